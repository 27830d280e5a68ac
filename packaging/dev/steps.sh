# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What every command of `dev` shares: saying what happens, running a step with a log, stopping with a reason.

JOBS=${TIDELINE_JOBS:-$(nproc)}
OUT=$ROOT/out
LOGS=$OUT/log
export CMAKE_COLOR_DIAGNOSTICS=${CMAKE_COLOR_DIAGNOSTICS:-OFF}
SKIPPED=()

say() { printf '== %s\n' "$*"; }

# stop WHAT [WHAT TO DO]: ends the run; the reason is the last thing that is read.
stop() {
  printf '\ndev: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '     %s\n' "$2" >&2
  exit 1
}

# skip WHAT REASON: a check that cannot be made here. Where CI=true nothing may be skipped.
skip() {
  [ "${CI:-}" != true ] || stop "$1: cannot be checked: $2" "with CI=true nothing may be skipped"
  say "$1: skipped: $2"
  SKIPPED+=("$1: $2")
}

# step NAME TITLE COMMAND…: runs it with its output in out/log/NAME.log; shows the end of that if it fails.
step() {
  local name=$1 title=$2 began=$SECONDS
  shift 2
  mkdir -p "$LOGS"
  say "$title"
  if ! "$@" >"$LOGS/$name.log" 2>&1; then
    tail -n 40 "$LOGS/$name.log" >&2
    stop "$title: failed after $((SECONDS - began)) s" "the whole log: out/log/$name.log"
  fi
  say "$title: done in $((SECONDS - began)) s"
}

# as_root COMMAND…: as it is for root, through sudo otherwise.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    stop "this needs root and there is no sudo: $*" "run it as root once, or set TIDELINE_NO_INSTALL=1"
  fi
}

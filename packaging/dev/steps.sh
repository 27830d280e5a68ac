# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What every command of `dev` shares: saying what happens, running a step with a log, stopping with a reason.

JOBS=${TIDELINE_JOBS:-$(nproc)}
OUT=$ROOT/out
LOGS=$OUT/log
export CMAKE_COLOR_DIAGNOSTICS=${CMAKE_COLOR_DIAGNOSTICS:-OFF}
SKIPPED=()
PROGRESS=''

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
  local name=$1 title=$2 began=$SECONDS failed=''
  shift 2
  mkdir -p "$LOGS"
  say "$title"
  : >"$LOGS/$name.log"
  show_progress "$LOGS/$name.log"
  "$@" >"$LOGS/$name.log" 2>&1 || failed=yes
  hide_progress
  if [ -n "$failed" ]; then
    tail -n 40 "$LOGS/$name.log" >&2
    stop "$title: failed after $((SECONDS - began)) s" "the whole log: out/log/$name.log"
  fi
  say "$title: done in $((SECONDS - began)) s"
}

# On a terminal the newest line of a log is shown while its step runs.
show_progress() {
  PROGRESS=''
  [ -t 1 ] || return 0
  (
    began=$SECONDS
    while sleep 1; do
      printf '\r\033[K   %4d s  %.90s' $((SECONDS - began)) "$(tail -n 1 "$1" 2>/dev/null | tr -d '\r')"
    done
  ) &
  PROGRESS=$!
}

hide_progress() {
  [ -n "$PROGRESS" ] || return 0
  kill "$PROGRESS" 2>/dev/null || true
  wait "$PROGRESS" 2>/dev/null || true
  PROGRESS=''
  printf '\r\033[K'
}
trap 'hide_progress' EXIT

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

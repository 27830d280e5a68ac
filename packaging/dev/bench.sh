# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# `./dev bench [NAME]`: the programs of tests/bench in Release, their rows as a table and as out/bench.json.
source packaging/dev/packages.sh
source packaging/dev/build.sh

dev_bench() {
  local only=${1:-} program found=''
  install "${PACKAGES_BUILD[@]}" "${PACKAGES_TEST[@]}" "${PACKAGES_BENCH[@]}"
  build release benches
  mkdir -p "$OUT"
  : >"$LOGS/bench-rows.log"
  for program in build/release/bench/*"$only"*_bench; do
    [ -x "$program" ] || continue
    found=yes
    say "running $(basename "$program")"
    with_screen "$program" 2>"$LOGS/$(basename "$program").log" | tee -a "$LOGS/bench-rows.log" ||
      stop "$(basename "$program") failed" "what it said: out/log/$(basename "$program").log"
  done
  [ -n "$found" ] || stop "there is no bench '$only'" "they stand in tests/bench: $(cd tests/bench && echo ./*_bench.cpp)"
  python3 packaging/dev/bench_table.py "$LOGS/bench-rows.log" "$OUT/bench.json"
  say "written: out/bench.json"
}

# A window is timed as a person sees it: on an X server, a virtual one where there is no display.
with_screen() {
  case $1 in
    *_window_bench) [ -n "${DISPLAY:-}" ] || { xvfb-run -a -s '-screen 0 1920x1080x24' "$@" && return; } ;;
  esac
  "$@"
}

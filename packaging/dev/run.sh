# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# `./dev run`: from nothing to the studio on a real design; without a display, everything it would show as files.
source packaging/dev/packages.sh
source packaging/dev/build.sh

DESIGN=templates/designs/order-platform.tideline

dev_run() {
  say "Tideline: install, build, open $DESIGN"
  install "${PACKAGES_BUILD[@]}"
  build run tideline tideline-studio
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    [ $# -gt 0 ] || set -- "$DESIGN"
    say "opening the studio: build/run/bin/tideline-studio $*"
    exec build/run/bin/tideline-studio "$@"
  fi
  [ $# -eq 0 ] || DESIGN=$1
  show_without_display
}

show_without_display() {
  local tideline=build/run/bin/tideline name
  name=$(basename "$DESIGN" .tideline)
  say "there is no display (DISPLAY and WAYLAND_DISPLAY are empty): results instead of a window"
  say "the bill: tideline cost $DESIGN"
  shown "$tideline" cost "$DESIGN"
  say "the curves and where they cross: tideline curve $DESIGN"
  shown "$tideline" curve "$DESIGN"
  local every_target
  every_target=$("$tideline" targets | awk 'NF == 0 { exit } NR > 1 { printf "%s%s", comma, $1; comma = "," }')
  say "the exports: tideline export $DESIGN --target $every_target -o out/export"
  mkdir -p "$OUT"
  shown "$tideline" export "$DESIGN" --target "$every_target" -o "$OUT/export"
  picture canvas "$OUT/$name.png"
  picture chart "$OUT/$name-chart.png"
  say "see out/$name.png, out/$name-chart.png and out/export/; with a display './dev run' opens the window"
}

shown() { "$@" || stop "'$*' ended with code $?" "its message stands above"; }

picture() {
  say "the $1 as a picture: ${2#"$ROOT"/}"
  # a session's own folder, which Qt asks for and a root without a session lacks
  shown env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}" \
    build/run/bin/tideline-studio --render "$DESIGN" -o "$2" --what "$1"
}

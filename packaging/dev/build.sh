# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Configuring and building a preset of CMakePresets.json.

# build PRESET [TARGET…]: into build/PRESET, the whole of it where no target is named.
build() {
  local preset=$1 targets=()
  shift
  [ $# -eq 0 ] || targets=(--target "$@")
  step "configure-$preset" "configuring the preset '$preset'" cmake --preset "$preset"
  step "build-$preset" "building '$preset' with $JOBS jobs${1:+: $*}" \
    cmake --build "build/$preset" --parallel "$JOBS" "${targets[@]}"
}

# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# `./dev lint`: what can be said about the sources without running them.
source packaging/dev/packages.sh
source packaging/dev/build.sh

dev_lint() {
  install python3 shellcheck
  step layers "layers and lengths of files" python3 tests/architecture/check_layers.py
  step words "words that must not stand in the repository" python3 tests/architecture/check_words.py
  lint_format
  step shellcheck "shell scripts (shellcheck)" sh tests/architecture/check_scripts.sh
  [ "${1:-}" != --tidy ] || lint_tidy
  say "lint: nothing found"
}

lint_format() {
  can_install clang-format-16 || { skip formatting "clang-format-16 is not to be had on this system"; return; }
  install "${PACKAGES_FORMAT[@]}"
  step format "formatting (clang-format-16)" sh tests/architecture/check_format.sh
}

lint_tidy() {
  install "${PACKAGES_BUILD[@]}" "${PACKAGES_TEST[@]}"
  can_install clang-tidy-19 || { skip clang-tidy "clang-tidy-19 is not to be had on this system"; return; }
  install "${PACKAGES_TIDY[@]}"
  build quick
  step tidy "clang-tidy-19 over all sources, $JOBS at a time" check_tidy
}

check_tidy() {
  find core widgets app tests -name '*.cpp' -not -path 'tests/fuzz/*' -not -path 'tests/bench/*' -print0 |
    sort -z | xargs -r -0 -P "$JOBS" -n 4 clang-tidy-19 -p build/quick --quiet
}

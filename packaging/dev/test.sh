# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# `./dev test`: from nothing to every test run; ends with ctest's own summary line.
source packaging/dev/packages.sh
source packaging/dev/build.sh
source packaging/dev/tools.sh
source packaging/dev/lint.sh

dev_test() {
  local full='' only=()
  while [ $# -gt 0 ]; do
    case $1 in
      --full) full=yes ;;
      -R) only=(-R "${2:?-R needs a pattern}") && shift ;;
      *) stop "test: there is no option '$1'" "./dev test, ./dev test --full, ./dev test -R REGEX" ;;
    esac
    shift
  done
  [ "${CI:-}" != true ] || [ -z "${UPDATE_GOLDEN:-}" ] ||
    stop "UPDATE_GOLDEN is set, and CI=true" "goldens are rewritten by a person who reads what changed"
  say "Tideline: install, tools, build with sanitizers, all tests"
  install "${PACKAGES_BUILD[@]}" "${PACKAGES_TEST[@]}"
  bring_formatter
  bring_tools
  build dev
  run_tests dev "${only[@]}"
  local summary=$SUMMARY
  [ -z "$full" ] || test_the_rest
  [ ${#SKIPPED[@]} -eq 0 ] || printf '== not checked here: %s\n' "${SKIPPED[@]}"
  echo "$summary"
}

bring_formatter() {
  if can_install clang-format-16; then
    install "${PACKAGES_FORMAT[@]}"
  elif grep -q '^VERSION_CODENAME=bookworm' /etc/os-release; then
    skip formatting "clang-format-16 is not to be had"
  else
    say "formatting: checked on Debian 12 only, whose clang-format-16 settles it"
  fi
}

# run_tests PRESET [OPTION…]: leaves ctest's summary in SUMMARY.
run_tests() {
  local preset=$1 log=$LOGS/ctest-$1.log failed=0
  shift
  say "running the tests of '$preset' with $JOBS at a time; log: ${log#"$ROOT"/}"
  ctest --preset "$preset" --parallel "$JOBS" --output-on-failure "$@" 2>&1 | tee "$log" || failed=1
  SUMMARY=$(grep -E '^[0-9]+% tests passed' "$log" | tail -n 1) || failed=1
  [ "$failed" = 0 ] && return
  say "tests failed; again: ./dev test -R 'PART OF THE NAME'; everything they said: ${log#"$ROOT"/}"
  echo "${SUMMARY:-no test ran}"
  exit 1
}

# What takes longer than a change should wait.
test_the_rest() {
  build release
  run_tests release
  build tsan
  run_tests tsan -E '^(conformance|sources)'
  lint_tidy
  test_fuzz
}

test_fuzz() {
  local target name seconds=${TIDELINE_FUZZ_SECONDS:-60}
  can_install clang-19 || { skip fuzzing "clang-19 is not to be had on this system"; return; }
  install "${PACKAGES_FUZZ[@]}"
  build fuzz fuzz
  for target in build/fuzz/bin/fuzz_*; do
    [ -x "$target" ] || { say "there are no fuzz targets" && return; }
    name=$(basename "$target")
    mkdir -p "$OUT/fuzz/$name"
    step "$name" "fuzzing $name for $seconds s" "$target" -max_total_time="$seconds" -rss_limit_mb=4096 \
      -artifact_prefix="$OUT/fuzz/$name-" "$OUT/fuzz/$name" "$(corpus_of "${name#fuzz_}")"
  done
}

# New inputs go to the first folder that libFuzzer is given, so the corpus in the repository stays as it is.
corpus_of() {
  local folder=tests/fuzz/corpus/$1
  [ -d "$folder" ] || folder=$(mktemp -d)
  echo "$folder"
}

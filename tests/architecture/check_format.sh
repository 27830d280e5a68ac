#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every source is formatted as .clang-format says, by the one version whose opinion counts.
cd "$(dirname "$0")/../.." || exit 1
if ! command -v clang-format-16 >/dev/null; then
  echo "skipped: clang-format-16 is not installed (Debian 13 does not have it)"
  exit 77
fi
find core widgets app tests \( -name '*.h' -o -name '*.cpp' \) -type f -print0 2>/dev/null |
  xargs -r -0 clang-format-16 --dry-run -Werror || {
  echo "format them with: clang-format-16 -i FILE" >&2
  exit 1
}

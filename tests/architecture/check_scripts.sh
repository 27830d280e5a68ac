#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every shell script passes shellcheck, with the settings of .shellcheckrc.
cd "$(dirname "$0")/../.." || exit 1
if ! command -v shellcheck >/dev/null; then
  echo "skipped: shellcheck is not installed"
  exit 77
fi
find packaging tests -name '*.sh' -type f -exec shellcheck dev .ci/run packaging/deb/strip {} +

# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The Debian packages that a command needs, installed only where they are missing.
# NAME? is a package that only one of Debian 12 and 13 has (13 holds its content in another one).

PACKAGES_BUILD=(
  g++ cmake ninja-build mold ccache pkgconf python3 ca-certificates
  libfmt-dev libexpected-dev nlohmann-json3-dev libyaml-cpp-dev libyaml-dev libboost-dev libcli11-dev
  nettle-dev libgmp-dev libdtl-dev libmimalloc-dev
  qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev?
  fonts-inter fonts-jetbrains-mono
)
PACKAGES_TEST=(catch2 python3-venv python3-yaml shellcheck)
PACKAGES_BENCH=(xvfb xauth)
PACKAGES_FORMAT=(clang-format-16)
PACKAGES_TIDY=(clang-tidy-19)
PACKAGES_FUZZ=(clang-19 libclang-rt-19-dev)
PACKAGES_PACKAGE=(dpkg-dev file librsvg2-bin lintian desktop-file-utils appstream mandoc man-db)

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
is_known() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

missing_of() {
  local name
  for name in "$@"; do
    is_installed "${name%\?}" || echo "$name"
  done
}

refresh_lists() {
  [ -z "${LISTS_ARE_FRESH:-}" ] || return 0
  step apt-update "fetching the lists of packages (apt-get update)" as_root apt-get update -q
  LISTS_ARE_FRESH=1
}

# install PACKAGE…: every one of them, or the run ends.
install() {
  [ -z "${TIDELINE_NO_INSTALL:-}" ] || return 0
  command -v apt-get >/dev/null ||
    stop "packages are installed with apt-get, which is not here" \
      "install what these Debian packages hold and set TIDELINE_NO_INSTALL=1: $*"
  local missing name wanted=()
  mapfile -t missing < <(missing_of "$@")
  for name in "${missing[@]}"; do
    case $name in *\?) continue ;; esac
    is_known "$name" || { refresh_lists && break; }
  done
  for name in "${missing[@]}"; do
    case $name in
      *\?) ! is_known "${name%\?}" || wanted+=("${name%\?}") ;;
      *) wanted+=("$name") ;;
    esac
  done
  [ ${#wanted[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || say "installing packages needs root: sudo may ask for your password"
  step apt-install "installing ${#wanted[@]} Debian packages: ${wanted[*]}" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${wanted[@]}"
}

# can_install PACKAGE: it is here, or this Debian has it (Debian 13 has no clang-format-16).
can_install() {
  is_installed "$1" && return 0
  [ -z "${TIDELINE_NO_INSTALL:-}" ] && command -v apt-get >/dev/null || return 1
  is_known "$1" || { refresh_lists && is_known "$1"; }
}

# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# `./dev package`: two Debian packages in out/, built with Debian's own hardening flags, and everything that judges
# them: lintian, desktop-file-validate, appstreamcli, man.
source packaging/dev/packages.sh
source packaging/dev/build.sh

dev_package() {
  local packages
  install "${PACKAGES_BUILD[@]}" "${PACKAGES_PACKAGE[@]}"
  export CXXFLAGS CPPFLAGS LDFLAGS
  CXXFLAGS="$(dpkg-buildflags --get CXXFLAGS) $(dpkg-buildflags --get CPPFLAGS) -g0"
  LDFLAGS="$(dpkg-buildflags --get LDFLAGS) -Wl,-z,now -pie"
  build package
  rm -rf "$OUT"/package "$OUT"/tideline*.deb
  mkdir -p "$OUT/package"
  step cpack "packing" cpack --config build/package/CPackConfig.cmake -B "$OUT/package"
  mv "$OUT"/package/*.deb "$OUT/"
  mapfile -t packages < <(find "$OUT" -maxdepth 1 -name 'tideline*.deb' | sort)
  [ ${#packages[@]} = 2 ] || stop "expected two packages, there are ${#packages[@]}" "see out/log/cpack.log"
  judge_packages "${packages[@]}"
  say "made: ${packages[*]#"$ROOT"/}"
  say "install them with: apt-get install ${packages[*]/#"$ROOT"/.}"
}

judge_packages() {
  local stage=$OUT/package/stage package
  rm -rf "$stage"
  for package in "$@"; do dpkg-deb -x "$package" "$stage"; done
  step lintian "lintian" judge_lintian "$@"
  step desktop "desktop file (desktop-file-validate)" silent desktop-file-validate "$stage"/usr/share/applications/*.desktop
  step appstream "AppStream metainfo (appstreamcli)" judge_appstream "$stage"
  step man "man pages (mandoc, man)" judge_man "$stage"
  step starts "the packed program starts: tideline --version, tideline kinds" judge_start "$stage"
}

# silent COMMAND…: fails where the command says anything at all.
silent() {
  local said
  said=$("$@" 2>&1) || { echo "$said" && return 1; }
  [ -z "$said" ] || { echo "$said" && return 1; }
}

judge_lintian() { silent lintian --allow-root --display-info --fail-on error,warning,info --tag-display-limit 0 "$@"; }

judge_appstream() {
  appstreamcli validate --no-net --pedantic "$1"/usr/share/metainfo/*.xml &&
    appstreamcli validate-tree --no-net "$1"
}

judge_man() {
  local page
  for page in "$1"/usr/share/man/man1/*.gz; do
    gzip -dc "$page" >"$OUT/package/page.1"
    silent mandoc -Tlint -W warning "$OUT/package/page.1" || return 1
    silent warnings_of_man "$OUT/package/page.1" || return 1
  done
}

warnings_of_man() {
  { MANROFFSEQ='' LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" >/dev/null; } 2>&1
}

judge_start() { "$1/usr/bin/tideline" --version && "$1/usr/bin/tideline" kinds; }

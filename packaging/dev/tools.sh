# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# `./dev tools`: the validators of tests/tools/tools.txt, each in a folder of the cache that holds its version.
# What is there is not touched: a stamp says from which go.sum, requirements and scripts it was made.
source packaging/dev/packages.sh
source packaging/dev/tool_kinds.sh

TOOLS=${TIDELINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/tideline/tools}

dev_tools() {
  case ${1:-} in
    --env) tools_environment && return ;;
    "") ;;
    *) stop "tools: there is no option '$1'" "./dev tools, or ./dev tools --env" ;;
  esac
  bring_tools
  [ ${#SKIPPED[@]} -eq 0 ] || stop "${#SKIPPED[@]} of the tools could not be brought: see above"
}

# rows: name, how, version, what.
tool_rows() { grep -v '^#' tests/tools/tools.txt; }

tools_environment() {
  local name how version what path=''
  while read -r name how version what; do
    [ ! -d "$TOOLS/$name-$version/bin" ] || path+="$TOOLS/$name-$version/bin:"
    [ "$how" != schemas ] || echo "export TIDELINE_KUBERNETES_SCHEMAS=$TOOLS/$name-$version/schemas"
    [ "$how" != crds ] || echo "export TIDELINE_CRD_SCHEMAS=$TOOLS/$name-$version/schemas"
  done < <(tool_rows)
  echo "export TIDELINE_TOOLS=$TOOLS"
  echo "export PATH=$path\$PATH"
}

bring_tools() {
  local name how version what waiting=()
  while read -r name how version what; do
    is_ready "$name" "$version" || waiting+=("$name $how $version $what")
  done < <(tool_rows)
  if [ ${#waiting[@]} -eq 0 ]; then
    say "tools: all there, in $TOOLS"
    return
  fi
  install python3 python3-venv python3-yaml ca-certificates
  mkdir -p "$TOOLS"
  exec 8>"$TOOLS/.lock"
  flock -n 8 || { say "tools: waiting for another run that brings them" && flock 8; }
  say "tools: bringing ${#waiting[@]} of $(tool_rows | wc -l) into $TOOLS"
  for what in "${waiting[@]}"; do
    # shellcheck disable=SC2086
    bring_tool $what
  done
  drop_work
  exec 8>&-
}

# What a tool is made from, as one number; schemas are made by our own scripts too.
stamp_of() {
  local made_from=("tests/tools/$1"/*)
  case $1 in *-schemas) made_from+=(tests/tools/*.py) ;; esac
  cat "${made_from[@]}" | sha256sum | cut -d' ' -f1
}
is_ready() { [ "$(cat "$TOOLS/$1-$2/ready" 2>/dev/null)" = "$(stamp_of "$1")" ]; }

# bring_tool NAME HOW VERSION WHAT: into a new folder first, so that a broken run leaves nothing that looks whole.
bring_tool() {
  local name=$1 how=$2 version=$3 what=$4 began=$SECONDS folder=$TOOLS/$1-$3 log=$LOGS/tool-$1.log reason
  ! is_ready "$name" "$version" || return 0
  mkdir -p "$LOGS"
  rm -rf "$folder" "$folder.new"
  mkdir -p "$folder.new"
  say "$name $version"
  : >"$log"
  show_progress "$log"
  if (set -e; "bring_$how" "$name" "$version" "$what" "$folder.new") >"$log" 2>&1 ||
    (set -e; echo "== once more"; "bring_$how" "$name" "$version" "$what" "$folder.new") >>"$log" 2>&1; then
    hide_progress
    stamp_of "$name" >"$folder.new/ready"
    mv "$folder.new" "$folder"
    rm -f "$folder.reason"
    say "$name $version: done in $((SECONDS - began)) s"
    return 0
  fi
  hide_progress
  rm -rf "$folder.new"
  reason=$(grep -v '^[[:space:]]*$' "$log" | tail -n 1)
  echo "$reason" >"$folder.reason"
  skip "$name $version" "$reason (the whole log: ${log#"$ROOT"/})"
}

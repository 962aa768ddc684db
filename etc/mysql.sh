#!/usr/bin/env bash
# A throw-away MariaDB on loopback, for development and tests.
#   etc/mysql.sh start [--durable] [PORT] [FOLDER]   installs it when missing (Debian), starts it, waits until it answers
#   etc/mysql.sh sync on|off [PORT] [FOLDER]         whether a commit waits for the disk, until the next start
#   etc/mysql.sh stop [PORT] [FOLDER]
# Prints the connection string (without a database) on its last line.
set -euo pipefail
verb=${1:-start}; shift || true
durable=0
if [ "${1:-}" = --durable ]; then durable=1; shift; fi
if [ "$verb" = sync ]; then waits=${1:-on}; shift || true; fi
port=${1:-33061}
folder=${2:-${TMPDIR:-/tmp}/propertycloud-mariadb-$port}

install() {
  command -v mariadbd >/dev/null 2>&1 && return
  echo "Installing MariaDB" >&2
  (apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends mariadb-server mariadb-client) >&2
}

stop() {
  [ -f "$folder/pid" ] || return 0
  kill "$(cat "$folder/pid")" 2>/dev/null || true
  for _ in $(seq 100); do kill -0 "$(cat "$folder/pid" 2>/dev/null)" 2>/dev/null || break; sleep 0.1; done
  rm -f "$folder/pid"
}

start() {
  install
  mkdir -p "$folder"
  if mariadb-admin --no-defaults --socket="$folder/s.sock" -u root ping >/dev/null 2>&1; then
    :
  else
    [ -d "$folder/data/mysql" ] || mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/data" \
      --auth-root-authentication-method=normal --skip-test-db >/dev/null
    fast=(--innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0)
    [ $durable = 1 ] && fast=()
    nohup mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/data" --socket="$folder/s.sock" --pid-file="$folder/pid" \
      --bind-address=127.0.0.1 --port="$port" --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci \
      --skip-log-bin --skip-name-resolve --transaction-isolation=READ-COMMITTED --max-connections=400 \
      --innodb-buffer-pool-size=512M --innodb-log-file-size=128M "${fast[@]}" >"$folder/log" 2>&1 &
    for _ in $(seq 300); do
      mariadb-admin --no-defaults --socket="$folder/s.sock" -u root ping >/dev/null 2>&1 && break
      sleep 0.1
    done
    mariadb-admin --no-defaults --socket="$folder/s.sock" -u root ping >/dev/null || { cat "$folder/log" >&2; exit 1; }
  fi
  echo "Server=127.0.0.1;Port=$port;User ID=root;Password=;"
}

sync_commits() {
  local level=1
  [ "$waits" = off ] && level=0
  mariadb --no-defaults --socket="$folder/s.sock" -u root -e "SET GLOBAL innodb_flush_log_at_trx_commit=$level"
}

case $verb in
  start) start ;;
  sync) sync_commits ;;
  stop) stop ;;
  *) echo "usage: etc/mysql.sh start [--durable] [PORT] [FOLDER] | sync on|off [PORT] [FOLDER] | stop [PORT] [FOLDER]" >&2; exit 2 ;;
esac

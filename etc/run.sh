#!/usr/bin/env bash
# Builds the product, loads the demonstration once and serves it.
#   etc/run.sh            on SQLite, in App_Data/
#   etc/run.sh --mysql    on MariaDB, which etc/mysql.sh installs and starts at port 33061, or at MYSQL_PORT when that is set
#   etc/run.sh --reset    loads the demonstration anew
set -euo pipefail
cd "$(dirname "$0")/.."
mysql=0 reset=""
for argument in "$@"; do
  case $argument in
    --mysql) mysql=1 ;;
    --reset) reset=--reset ;;
    *) sed -n '2,5p' "$0" >&2; exit 2 ;;
  esac
done
command -v dotnet >/dev/null 2>&1 || { echo "The .NET SDK is needed (see global.json)." >&2; exit 1; }
command -v node >/dev/null 2>&1 || { echo "Node is needed: the theme's packages come from npm." >&2; exit 1; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
export App__Data=${App__Data:-$PWD/App_Data}
mkdir -p "$App__Data"
if [ $mysql = 1 ]; then
  Database__Provider=mysql
  ConnectionStrings__Main="$(bash etc/mysql.sh start --durable "${MYSQL_PORT:-33061}" "$App__Data/mariadb" | tail -1)Database=propertycloud"
  export Database__Provider ConnectionStrings__Main Database__MigrateAtStart=true
fi

host=host/PropertyCloud.Host/bin/Release/net10.0/PropertyCloud.Host.dll
# A build that finds nothing to do still takes ten seconds: it is asked only when a source is newer than what was built.
sources=(common.props global.json etc/build host modules tenants)
if [ ! -f "$host" ] || [ -n "$(find "${sources[@]}" \( -name bin -o -name obj -o -name node_modules -o -name gen \) -prune -o -type f -newer "$host" -print -quit)" ]; then
  dotnet build host/PropertyCloud.Host -c Release -v q -nologo -clp:"ErrorsOnly;NoSummary"
  touch "$host"
fi
# What is loaded can be loaded again: no commit waits for the disk meanwhile. Afterwards each does, however loading ended.
waiting() { [ $mysql = 0 ] || bash etc/mysql.sh sync "$1" "${MYSQL_PORT:-33061}" "$App__Data/mariadb"; }
trap 'waiting on' EXIT
waiting off
# One short busy run: compiled code is not worth measuring for a second compilation, nor a heap for each core; and threads that
# spin while they wait take the processor from the database.
(cd host/PropertyCloud.Host && DOTNET_TieredPGO=0 DOTNET_gcServer=0 DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0 dotnet "../../$host" demo $reset)
waiting on
trap - EXIT
cd host/PropertyCloud.Host
exec dotnet "../../$host" serve

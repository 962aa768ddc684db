#!/usr/bin/env bash
# Adds a migration to a module, for both engines.   etc/migration.sh MODULE NAME   (kernel and tenants are modules here too)
# NO_BUILD=1 takes what is built already, CONFIGURATION=Release of another configuration.
set -euo pipefail
cd "$(dirname "$0")/.."
module=${1:?the module, as butler}; name=${2:?the migration, as AddRating}
case $module in
  tenants) project=tenants/PropertyCloud.Tenants ;;
  *) project=$(ls -d modules/"$module"/PropertyCloud.* | grep -v Contracts) ;;
esac
pascal=$(basename "$project" | sed 's/PropertyCloud\.//')
dotnet tool restore >/dev/null
[ -n "${NO_BUILD:-}" ] || dotnet build host/PropertyCloud.Host -v q -nologo -clp:"ErrorsOnly;NoSummary"
for engine in Sqlite MySql; do
  Database__Provider=$(tr 'A-Z' 'a-z' <<<"$engine") \
  ConnectionStrings__Main=$([ $engine = MySql ] && echo "Server=127.0.0.1;Database=design;User ID=root" || echo "Data Source=:memory:") \
    dotnet ef migrations add "$name" --no-build ${CONFIGURATION:+--configuration "$CONFIGURATION"} --project "$project" --startup-project host/PropertyCloud.Host \
      --context "$engine${pascal}DbContext" --output-dir "Data/Migrations/$engine"
done

#!/usr/bin/env bash
# Builds everything and runs every test, on SQLite and on MariaDB; ends with "N passed, N failed, N skipped".
#   etc/test.sh                  within 30 minutes on two cores; fixed seeds, short counts
#   etc/test.sh --full           the same with every count in full; --seed N moves the seeds, which are printed
#   etc/test.sh --mutate         changes the rules of aggregates and clocks one at a time; 80 of 100 must be noticed
#   etc/test.sh --requirements   after a run: which requirements its executed tests name
#   etc/test.sh --only NAME      only test projects whose name contains NAME
set -uo pipefail
cd "$(dirname "$0")/.."
only="" requirements=0 mutate=0
export PC_FULL=0 PC_SEED=0
while [ $# -gt 0 ]; do
  case $1 in
    --requirements) requirements=1 ;;
    --full) PC_FULL=1 ;;
    --seed) PC_SEED=${2:?--seed needs a number}; shift ;;
    --mutate) mutate=1 ;;
    --only) only=${2:?--only needs a name}; shift ;;
    *) sed -n '2,8p' "$0" >&2; exit 2 ;;
  esac
  shift
done
results=test/artefacts/results

if [ $requirements = 1 ]; then exec node etc/requirements.mjs "$results"; fi

need() { command -v "$1" >/dev/null 2>&1; }
install() {
  local missing=()
  need mariadbd || missing+=(mariadb-server mariadb-client)
  need chromium || missing+=(chromium)
  fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=(fonts-noto-cjk fontconfig)
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "== Installing ${missing[*]}"
  apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}
need dotnet || { echo "The .NET SDK is needed (see global.json)." >&2; exit 1; }
need node || { echo "Node is needed: the theme's packages come from npm." >&2; exit 1; }
# Mutation judges by pure tests: no database, no browser.
[ $mutate = 1 ] || install || { echo "Something that the tests need could not be installed." >&2; exit 1; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Every build and every test run of the SDK leaves empty folders in the temporary folder: here they go with the run.
folder=$(mktemp -d) port=${PC_MYSQL_PORT:-33071}
mkdir "$folder/tmp" && export TMPDIR="$folder/tmp"
trap 'bash etc/mysql.sh stop "$port" "$folder/mariadb" >/dev/null 2>&1; rm -rf "$folder"' EXIT
[ "$PC_FULL" = 1 ] && echo "== Full counts, seeds moved by $PC_SEED"
# A tag that names no requirement is found before anything is built.
mkdir -p "$results" && node etc/requirements.mjs "$results" --summary >/dev/null || exit 1
echo "== Building"
# One warm compiler for thirty projects; it is sent away again when the build is done.
export UseSharedCompilation=true
dotnet restore PropertyCloud.sln --locked-mode -v q || exit 1
dotnet build PropertyCloud.sln -c Release --no-restore -v q -nologo -clp:"ErrorsOnly;NoSummary" || { echo "The build failed."; exit 1; }
for plugin in test/plugins/*/; do
  dotnet build "$plugin" -c Release -v q -nologo -clp:"ErrorsOnly;NoSummary" -p:BuildProjectReferences=false -p:RestoreLockedMode=true || { echo "The plug-in $plugin did not build."; exit 1; }
done
if [ $mutate = 1 ]; then
  echo "== Changing rules"
  dotnet tool restore -v q >/dev/null || exit 1
  node etc/mutate.mjs test/artefacts/mutation ${only:+--only "$only"}
  code=$?
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
  exit $code
fi
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true

PC_MYSQL=$(bash etc/mysql.sh start "$port" "$folder/mariadb" | tail -1) || exit 1
export PC_MYSQL PC_TEST_DATA="$folder"
rm -rf "$results"; mkdir -p "$results"

# One project's tests; what it printed, how it ended and how long it took stand beside its results.
run() {
  local name=$1 start=$SECONDS code
  dotnet test "test/$name" -c Release --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --logger "console;verbosity=minimal" >"$results/$name.log" 2>&1
  code=$?
  echo "$code" >"$results/$name.code"
  local counters; counters=$(grep -o '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null | head -1)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  local p f t e; p=$(count passed); f=$(count failed); t=$(count total); e=$(count executed)
  echo "${p:-0} ${f:-0} $(( ${t:-0} - ${e:-0} ))" >"$results/$name.counts"
  printf '== %-36s %4s passed, %s failed, %s skipped in %s s\n' "$name" "${p:-0}" "${f:-0}" "$(( ${t:-0} - ${e:-0} ))" "$((SECONDS - start))"
  [ $code -eq 0 ] || grep -vE '^\s+at (System|Microsoft|Xunit)' "$results/$name.log" | tail -120
}
export -f run; export results
projects=$(ls test | grep '\.Tests$' | grep -F -- "${only:-.}")
# Half of a test's time is waiting for a database: two projects at a time, the longest first. Browsers want both cores.
ordered=$(grep ServiceLevels <<<"$projects"; grep -vE 'ServiceLevels|Browser' <<<"$projects")
[ -z "$ordered" ] || xargs -P 2 -I{} bash -c 'run {}' <<<"$ordered"
for name in $(grep Browser <<<"$projects"); do run "$name"; done

passed=0 failed=0 skipped=0 broken=()
for name in $projects; do
  read -r p f s <"$results/$name.counts"
  passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
  [ "$(cat "$results/$name.code")" = 0 ] && continue
  broken+=("$name")
  [ "$f" -eq 0 ] && failed=$((failed + 1))
done
[ ${#broken[@]} -gt 0 ] && echo "Failed: ${broken[*]}"
if [ -z "$only" ]; then
  node etc/requirements.mjs "$results" --summary --release || { failed=$((failed + 1)); broken+=(requirements); }
  # The control: were nobody to prove R20, the check above would say so.
  if node etc/requirements.mjs "$results" --release --leave-out R20; then echo "The check of requirements finds nothing missing."; failed=$((failed + 1)); fi
else
  node etc/requirements.mjs "$results" --summary
fi
[ "$PC_FULL" = 1 ] && echo "Full counts, seeds moved by $PC_SEED, $(date -u +%F)"
if [ $skipped -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ $failed -eq 0 ] && [ $passed -gt 0 ]

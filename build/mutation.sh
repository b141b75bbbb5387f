#!/usr/bin/env bash
# Mutation testing: changes the code in small ways and runs the unit tests on each change to find gaps in the tests.
# build/mutation.sh [FOLDER…]: folders below src/KaizenGate.Core; without one, Rules/Statistics, Checking and Rules.
# Uses all cores for a long time. The reports are in artifacts/mutation/FOLDER/reports.
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -gt 0 ]] || set -- Rules/Statistics Checking Rules

# Mutated code has warnings.
export RunAnalyzers=false EnforceCodeStyleInBuild=false TreatWarningsAsErrors=false
# By default, Stryker waits only a few seconds for the SDK, which is too short on a busy machine.
export DOTNET_INFO_WAIT_TIME=120000
dotnet tool restore
for folder in "$@"; do
    [[ -d src/KaizenGate.Core/$folder ]] || { echo "unknown folder src/KaizenGate.Core/$folder"; exit 2; }
    (
        cd tests/KaizenGate.Core.Tests
        dotnet stryker --project KaizenGate.Core.csproj --test-runner mtp --concurrency "$(getconf _NPROCESSORS_ONLN)" \
            --mutate "$folder/**/*.cs" --reporter json --reporter html --reporter cleartext --output "../../artifacts/mutation/$folder"
    )
done

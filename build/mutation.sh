#!/usr/bin/env bash
# Changes the code in small ways, one at a time, and runs the unit tests on each change: what no test notices is a gap.
# build/mutation.sh [FOLDER…]: folders below src/KaizenGate.Core; without one, Rules/Statistics, Checking and Rules.
# Takes all cores for a long time. The reports are in artifacts/mutation/FOLDER/reports.
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -gt 0 ]] || set -- Rules/Statistics Checking Rules

# Changed code has warnings.
export RunAnalyzers=false EnforceCodeStyleInBuild=false TreatWarningsAsErrors=false
# Stryker gives up on the SDK after a few seconds, which are too few on a busy machine.
export DOTNET_INFO_WAIT_TIME=120000
dotnet tool restore
for folder in "$@"; do
    [[ -d src/KaizenGate.Core/$folder ]] || { echo "there is no folder src/KaizenGate.Core/$folder"; exit 2; }
    (
        cd tests/KaizenGate.Core.Tests
        dotnet stryker --project KaizenGate.Core.csproj --test-runner mtp --concurrency "$(getconf _NPROCESSORS_ONLN)" \
            --mutate "$folder/**/*.cs" --reporter json --reporter html --reporter cleartext --output "../../artifacts/mutation/$folder"
    )
done

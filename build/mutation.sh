#!/usr/bin/env bash
# Changes the code in small ways, one at a time, and runs the unit tests on each change: what no test notices is a gap.
# build/mutation.sh [FOLDER...]: folders of src/KaizenGate.Core; by default Rules and Checking. Takes half an hour on two cores.
# tests/KaizenGate.Core.Tests/stryker-config.json selects the tests. The report is artifacts/mutation/reports/mutation-report.html.
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -gt 0 ]] || set -- Rules Checking
mutate=()
for folder in "$@"; do
    [[ -d src/KaizenGate.Core/$folder ]] || { echo "there is no folder src/KaizenGate.Core/$folder" >&2; exit 2; }
    mutate+=(--mutate "$folder/**/*.cs")
done

# Mutated code has warnings.
export RunAnalyzers=false TreatWarningsAsErrors=false
# By default Stryker waits for the SDK for a few seconds only, too few on a busy machine.
export DOTNET_INFO_WAIT_TIME=120000
dotnet tool restore
cd tests/KaizenGate.Core.Tests
dotnet stryker "${mutate[@]}" --output ../../artifacts/mutation --skip-version-check

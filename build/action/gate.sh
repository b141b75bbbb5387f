#!/usr/bin/env bash
# Runs the gate once and writes the log with annotations, the job summary, the reports and the outputs.
# Inputs are GATE_* variables, because KAIZEN_* variables would be settings of the tool. It does not fail when the gate
# fails; the last step does, after the upload.
set -euo pipefail
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=log.sh
. "$folder/log.sh"
# shellcheck source=paths.sh
. "$folder/paths.sh"
# shellcheck source=change.sh
. "$folder/change.sh"
# shellcheck source=summary.sh
. "$folder/summary.sh"
# shellcheck source=upload.sh
. "$folder/upload.sh"

require_boolean baseline "$GATE_BASELINE"
require_boolean require-history "$GATE_REQUIRE_HISTORY"
require_boolean only-changed "$GATE_ONLY_CHANGED"
case "$GATE_SETTINGS_FROM" in
    base | head) ;;
    *) fail "the input settings-from is \"$GATE_SETTINGS_FROM\"; it must be base or head" ;;
esac
require_boolean pull "$GATE_PULL"
require_boolean pull-request "$GATE_PULL_REQUEST"
require_boolean annotations "$GATE_ANNOTATIONS"
require_boolean summary "$GATE_SUMMARY"
require_boolean upload-sarif "$GATE_UPLOAD_SARIF"

enter "$GATE_WORKING_DIRECTORY"
reports="$(mktemp -d "$RUNNER_TEMP/kaizen-XXXXXX")"
sarif="$(full_path "${GATE_SARIF_FILE:-$reports/kaizen.sarif}")"
junit="$(full_path "${GATE_JUNIT_FILE:-$reports/kaizen.xml}")"
arguments=(check)

# option NAME VALUE: adds an option unless the value is empty.
option() {
    if [[ -n $2 ]]; then
        arguments+=("--$1=$2")
    fi
}

# each_line PREFIX TEXT: adds an argument for each line of a multi-line input.
each_line() {
    local line
    while IFS= read -r line || [[ -n $line ]]; do
        line="${line%$'\r'}"
        if [[ -n $line ]]; then
            arguments+=("$1$line")
        fi
    done <<<"$2"
}

find_change
if [[ -n $since ]]; then
    echo "checking the change since $(escape_text "$since")"
fi
if [[ -n $note ]]; then
    annotate warning "$note"
fi

option config "$GATE_CONFIG"
option profile "$GATE_PROFILE"
option fail-on "$GATE_FAIL_ON"
option as-of "$GATE_AS_OF"
option since "$since"
each_line --rule= "$GATE_RULES"
[[ $GATE_BASELINE == true ]] || arguments+=(--no-baseline)
[[ $GATE_REQUIRE_HISTORY == false ]] || arguments+=(--require-history)
# A push has no revision to check from, and no settings before it.
[[ $GATE_SETTINGS_FROM == head || -z $since ]] || option settings-from "$GATE_SETTINGS_FROM"
[[ $GATE_ONLY_CHANGED == false || -z $since ]] || arguments+=(--only-changed)
[[ $GATE_ANNOTATIONS == true ]] || arguments+=(--no-annotations)
[[ $GATE_TRACKERS != true ]] || arguments+=(--pull)
[[ -z $GATE_TOKEN ]] || export GITHUB_TOKEN="$GATE_TOKEN"
arguments+=("--report=sarif=$sarif" "--report=junit=$junit")
arguments+=("--report=json=$reports/kaizen.json" "--report=markdown=$reports/kaizen.md")
arguments+=(--)
each_line "" "$GATE_PATHS"

program=("$GATE_PROGRAM")
[[ -n $GATE_PROGRAM ]] || program=(dotnet kaizen)
status=0
"${program[@]}" "${arguments[@]}" 2>"$reports/errors" || status=$?
cat "$reports/errors" >&2

verdict=error findings=0 rate="" captured=true
if [[ -s $reports/kaizen.json ]]; then
    {
        read -r verdict
        read -r findings
        read -r rate
        read -r captured
    } < <(awk -f "$folder/verdict.awk" "$reports/kaizen.json")
fi
# Without a report nothing was checked: a missing program also exits with 1 or more.
if [[ $verdict == error && ($status -le 1 || $status -gt 3) ]]; then
    annotate error "the program ended with exit code $status and without a verdict: $(tail -n 5 "$reports/errors" | cut -c 1-500)"
fi
if [[ $verdict == error && $status -le 1 ]]; then
    status=2
elif [[ $status -gt 3 ]]; then
    status=3
fi
if [[ $status -gt 1 ]]; then
    verdict=error
fi

set_output verdict "$verdict"
set_output exit-code "$status"
set_output findings "$findings"
set_output execution-rate "$rate"
set_output sarif-file "$(existing "$sarif")"
set_output junit-file "$(existing "$junit")"
set_output upload "$(may_upload "$sarif")"
if [[ $GATE_SUMMARY == true ]]; then
    summarize "$reports/kaizen.md"
    [[ $status -gt 1 ]] || evidence
fi

#!/usr/bin/env bash
# Finds out whether the settings name a tracker, whose issues the gate pulls first.
set -euo pipefail
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=log.sh
. "$folder/log.sh"
# shellcheck source=paths.sh
. "$folder/paths.sh"

# The gate reports wrong inputs.
workspace="${GATE_WORKING_DIRECTORY:-.}"
is_absolute "$workspace" || workspace="./$workspace"
cd "$workspace" 2>/dev/null || exit 0
settings="${GATE_CONFIG:-kaizen.json}"
is_absolute "$settings" || settings="./$settings"
found=false
if [[ $GATE_PULL == true ]] && grep -qsE '"git(hub|lab)"[[:space:]]*:' "$settings" "$GITHUB_WORKSPACE/kaizen.json"; then
    found=true
fi
set_output found "$found"
set_output snapshots "$(here)/.kaizen/*.jsonl"

#!/usr/bin/env bash
# Sets the output `found` to whether an installed SDK can install the tool.
set -euo pipefail
# shellcheck source=log.sh
. "$(dirname "${BASH_SOURCE[0]}")/log.sh"

found=false
if command -v dotnet >/dev/null && dotnet --list-sdks | grep -Eq '^[1-9][0-9]+\.'; then
    found=true
fi
set_output found "$found"

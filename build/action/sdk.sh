#!/usr/bin/env bash
# Says in the output `found` whether an SDK is there that can install the program.
set -euo pipefail
# shellcheck source=log.sh
. "$(dirname "${BASH_SOURCE[0]}")/log.sh"

found=false
if command -v dotnet >/dev/null && dotnet --list-sdks | grep -Eq '^[1-9][0-9]+\.'; then
    found=true
fi
set_output found "$found"

#!/usr/bin/env bash
# Ends the action with the exit code of the gate, after all other steps.
# Reads GATE_EXIT_CODE, and GATE_UPLOAD, the outcome of the upload.
set -euo pipefail
# shellcheck source=log.sh
. "$(dirname "${BASH_SOURCE[0]}")/log.sh"

if [[ $GATE_UPLOAD == failure ]]; then
    annotate warning "The SARIF report could not be uploaded. The job needs \`permissions: security-events: write\`, and the repository needs code scanning. Else set the input upload-sarif to false."
fi
exit "$GATE_EXIT_CODE"

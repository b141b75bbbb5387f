#!/usr/bin/env bash
# Ends the action with the exit status of the gate, after everything else.
# Reads GATE_EXIT_CODE, and GATE_UPLOAD: what became of the upload.
set -euo pipefail
# shellcheck source=log.sh
. "$(dirname "${BASH_SOURCE[0]}")/log.sh"

if [[ $GATE_UPLOAD == failure ]]; then
    annotate warning "The SARIF report could not be uploaded. The job needs \`permissions: security-events: write\`, and the repository code scanning; or set the input upload-sarif to false."
fi
exit "$GATE_EXIT_CODE"

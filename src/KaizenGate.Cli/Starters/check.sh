#!/bin/sh
# The gate on any build server with git and the .NET 10 SDK: .kaizen/check.sh [REVISION] [FOLDER]
# REVISION is the branch or commit that the change goes into; without one, everything is judged. Reports go to FOLDER.
set -eu
cd "$(git rev-parse --show-toplevel)"
since="${1:-}"
reports="${2:-artifacts/kaizen}"
if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    git fetch --quiet --unshallow || echo "the history is not complete, and cannot be fetched" >&2
fi
tools="$(mktemp -d)"
trap 'rm -rf "$tools"' EXIT
dotnet tool install KaizenGate --version {version} --tool-path "$tools" >&2
"$tools/dotnet-kaizen" check ${since:+"--since=$since"} \
    --report "sarif=$reports/kaizen.sarif" --report "junit=$reports/kaizen.xml" --report "markdown=$reports/kaizen.md"

#!/bin/sh
# Runs the gate on any build server with git and the .NET 10 SDK: .kaizen/check.sh [REVISION] [FOLDER]
# REVISION is the target branch or commit of the change; without it, everything is checked. FOLDER receives the reports.
set -eu
cd "$(git rev-parse --show-toplevel)"
since="${1:-}"
reports="${2:-artifacts/kaizen}"
if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    git fetch --quiet --unshallow || echo "the history is incomplete and cannot be fetched" >&2
fi
tools="$(mktemp -d)"
trap 'rm -rf "$tools"' EXIT
dotnet tool install KaizenGate --version {version} --tool-path "$tools" >&2
"$tools/dotnet-kaizen" check --pull ${since:+"--since=$since"} \
    --report "sarif=$reports/kaizen.sarif" --report "junit=$reports/kaizen.xml" --report "markdown=$reports/kaizen.md"

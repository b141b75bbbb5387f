#!/usr/bin/env bash
# Installs the package of one platform as a stranger would, and runs it: try.sh FOLDER VERSION PLATFORM
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
packages="$1"
version="$2"
platform="$3"
feed="$(mktemp -d)"
trap 'rm -rf "$feed"' EXIT
cp "$packages/KaizenGate.$platform.$version.nupkg" "$feed"
# A package that names this platform only; the real one would ask for all of them.
dotnet pack src/KaizenGate.Cli --configuration Release -p:NoBuild=true "-p:Version=$version" \
    "-p:ToolPackageRuntimeIdentifiers=$platform" --output "$feed"
dotnet tool install KaizenGate --version "$version" --tool-path "$feed/tool" --source "$feed"
status=0
"$feed/tool/dotnet-kaizen" check docs/examples/IMPROVEMENTS.md --as-of 2026-03-02 || status=$?
if [[ $status -ne 1 ]]; then
    echo "the program ended with status $status; the example shuts the gate, which is status 1" >&2
    exit 1
fi

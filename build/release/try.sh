#!/usr/bin/env bash
# Installs the package of one platform like a user and runs it: try.sh FOLDER VERSION PLATFORM [IMAGE]
# With an image of Alpine, all of this happens in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
packages="$1"
version="$2"
platform="$3"
if [[ -n ${4:-} ]]; then
    exec docker run --rm --volume "$PWD:/source" --workdir /source "$4" \
        sh -c 'apk add --quiet --no-cache bash git && exec bash build/release/try.sh "$@"' sh "$packages" "$version" "$platform"
fi
feed="$(mktemp -d)"
trap 'rm -rf "$feed"' EXIT
cp "$packages/KaizenGate.$platform.$version.nupkg" "$feed"
# A package that refers only to this platform; the real one requires all of them.
dotnet pack src/KaizenGate.Cli --configuration Release -p:NoBuild=true "-p:Version=$version" \
    "-p:ToolPackageRuntimeIdentifiers=$platform" --output "$feed"
dotnet tool install KaizenGate --version "$version" --tool-path "$feed/tool" --source "$feed"
status=0
"$feed/tool/dotnet-kaizen" check docs/examples/IMPROVEMENTS.md --as-of 2026-03-02 || status=$?
if [[ $status -ne 1 ]]; then
    echo "the tool exited with $status; the gate fails for the example, which is exit code 1" >&2
    exit 1
fi

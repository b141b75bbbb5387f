#!/usr/bin/env bash
# Publishes the packages of a release: push.sh FOLDER VERSION [FEED]
# The package that people install refers to one per platform and cannot be installed while one is missing, so it is pushed
# last, when the feed serves all others. Needs the variable NUGET_API_KEY.
set -euo pipefail
folder="$1"
version="$2"
feed="${3:-https://api.nuget.org/v3/index.json}"
served="${GATE_SERVED:-https://api.nuget.org/v3-flatcontainer}"
# How often, and at which interval in seconds, to poll for a package; the feed takes minutes to validate one.
tries="${GATE_TRIES:-120}"
pause="${GATE_PAUSE:-15}"

push() {
    dotnet nuget push "$1" --source "$feed" --api-key "$NUGET_API_KEY" --skip-duplicate
}

# wait_for PACKAGE: waits until the feed serves it, and saves it to FOLDER/served as signed by the feed.
wait_for() {
    local id try
    id="$(basename "$1" ".$version.nupkg" | tr '[:upper:]' '[:lower:]')"
    for ((try = 0; try < tries; try++)); do
        if curl --fail --silent --show-error --location --output "$folder/served/$id.$version.nupkg" \
            "$served/$id/$version/$id.$version.nupkg"; then
            return
        fi
        sleep "$pause"
    done
    echo "the feed does not serve $id $version" >&2
    return 1
}

project="$(dirname "${BASH_SOURCE[0]}")/../../src/KaizenGate.Cli/KaizenGate.Cli.csproj"
platforms="$(sed -n 's:.*<ToolPackageRuntimeIdentifiers>\(.*\)</ToolPackageRuntimeIdentifiers>.*:\1:p' "$project" | tr ';' ' ')"
pointer="$folder/KaizenGate.$version.nupkg"
others=()
for name in $platforms MSBuild; do
    others+=("$folder/KaizenGate.$name.$version.nupkg")
done
for package in "$pointer" "${others[@]}"; do
    if [[ ! -f $package ]]; then
        echo "$package was not packed; nothing is published" >&2
        exit 1
    fi
done

mkdir -p "$folder/served"
for package in "${others[@]}"; do
    push "$package"
done
for package in "${others[@]}"; do
    wait_for "$package"
done
push "$pointer"
wait_for "$pointer"

#!/usr/bin/env bash
# Installs the tool in a separate folder, for this and later steps. The output `version` is its version; `program` is its
# path, empty for the repository's own tool.
# Reads GATE_VERSION, GATE_CHECKSUM, GATE_SOURCE and GATE_WORKING_DIRECTORY.
set -euo pipefail
# shellcheck source=log.sh
. "$(dirname "${BASH_SOURCE[0]}")/log.sh"
# shellcheck source=paths.sh
. "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

sha256() {
    if command -v sha256sum >/dev/null; then
        sha256sum <"$1" | cut -c 1-64
    else
        shasum -a 256 <"$1" | cut -c 1-64
    fi
}

# verify FOLDER: fails unless each package installed there has one of the checksums. Nothing of them has run yet.
verify() {
    local packages=0 package sum
    while IFS= read -r -d '' package; do
        packages=$((packages + 1))
        sum="$(sha256 "$package")"
        if ! grep -Eiqw -e "$sum" <<<"$GATE_CHECKSUM"; then
            fail "$(basename "$package") has the SHA-256 $sum, which is not in the input checksum"
        fi
    done < <(find "$1" -type f -name '*.nupkg' -print0)
    [[ $packages -gt 0 ]] || fail "found no installed package to compare with the input checksum"
    echo "verified the checksums of $packages packages"
}

from_manifest() {
    [[ -z $GATE_CHECKSUM ]] || fail "the input checksum requires a version; with \"manifest\" the repository decides what is installed"
    enter "$GATE_WORKING_DIRECTORY"
    local version=""
    # Without a manifest, the restore succeeds.
    { dotnet tool restore && version="$(dotnet kaizen --version)"; } ||
        fail "the repository's own tool cannot be restored; add KaizenGate to .config/dotnet-tools.json, or set the input version to a version"
    set_output version "$version"
}

from_packages() {
    # A folder outside the repository, so that its global.json and nuget.config have no effect.
    local tools sources=()
    tools="$(mktemp -d "$RUNNER_TEMP/kaizen-tool-XXXXXX")"
    if [[ -n $GATE_SOURCE ]]; then
        local source="$GATE_SOURCE"
        [[ ! -d $source ]] || source="$(full_path "$source")"
        sources=("--source=$source")
    fi
    cd -- "$tools"
    dotnet tool install KaizenGate "--version=$GATE_VERSION" --tool-path . ${sources[@]+"${sources[@]}"} ||
        fail "KaizenGate $GATE_VERSION could not be installed; see the log of this step"
    [[ -z $GATE_CHECKSUM ]] || verify .store
    # On Windows the entry may be a .cmd script, which would interpret the arguments; prefer the native program.
    local program
    for program in dotnet-kaizen dotnet-kaizen.exe "$(find .store -type f -name dotnet-kaizen.exe | head -n 1)"; do
        if [[ -f $program ]]; then
            set_output version "$GATE_VERSION"
            set_output program "$(here)/$program"
            dirname "$(here)/$program" >>"$GITHUB_PATH"
            return
        fi
    done
    fail "KaizenGate $GATE_VERSION has no program for this platform"
}

if [[ $GATE_VERSION == manifest ]]; then
    from_manifest
elif [[ $GATE_VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]]; then
    if [[ -n $GATE_CHECKSUM && ! $GATE_CHECKSUM =~ (^|[^0-9A-Fa-f])[0-9A-Fa-f]{64}($|[^0-9A-Fa-f]) ]]; then
        fail "the input checksum contains no SHA-256 (64 hexadecimal digits)"
    fi
    from_packages
else
    fail "the input version is \"$GATE_VERSION\"; it must be a version such as 1.2.3, or \"manifest\""
fi

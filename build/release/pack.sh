#!/usr/bin/env bash
# Packs the tool for one platform: pack.sh PLATFORM VERSION FOLDER
# For Linux it links in the images in which .NET itself is built, and so needs docker. Their system libraries are old:
# the program runs on glibc 2.27 or musl 1.2.3 and later. They contain no SDK, so this one is mounted.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
platform="$1"
version="$2"
folder="$3"
pack=(pack src/KaizenGate.Cli --configuration Release --runtime "$platform" "-p:Version=$version" --output "$folder")
case "$platform" in
    linux-x64) image=cross-amd64 root=x64 ;;
    linux-arm64) image=cross-arm64 root=arm64 ;;
    linux-musl-x64) image=cross-amd64-musl root=x64 ;;
    linux-musl-arm64) image=cross-arm64-musl root=arm64 ;;
    *) exec dotnet "${pack[@]}" ;;
esac
sdk="$(dirname "$(readlink -f "$(command -v dotnet)")")"
docker run --rm --user "$(id -u):$(id -g)" --env HOME=/tmp --env DOTNET_NOLOGO=1 --env DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    --env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 --env CI \
    --volume "$PWD:$PWD" --workdir "$PWD" --volume "$sdk:$sdk:ro" \
    "mcr.microsoft.com/dotnet-buildtools/prereqs:azurelinux-3.0-net10.0-$image" \
    "$sdk/dotnet" "${pack[@]}" "-p:SysRoot=/crossrootfs/$root" -p:LinkerFlavor=lld

#!/usr/bin/env bash
# Prints the SHA-256 of each package in a folder: checksums.sh FOLDER
set -euo pipefail
cd -- "$1"
if command -v sha256sum >/dev/null; then
    sha256sum -- *.nupkg
else
    shasum -a 256 -- *.nupkg
fi

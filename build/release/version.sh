#!/usr/bin/env bash
# Prints the version that a tag releases: version.sh TAG. Fails unless sources and action have the same version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tag="$1"
version="${tag#v}"
prefix="$(sed -n 's:.*<VersionPrefix>\(.*\)</VersionPrefix>.*:\1:p' Directory.Build.props)"
action="$(sed -n '/^  version:/,/default:/s/.*default: *//p' action.yml)"
if [[ $tag != v* || ($version != "$prefix" && $version != "$prefix"-*) ]]; then
    printf 'the tag %q does not release %s, the version in Directory.Build.props\n' "$tag" "$prefix" >&2
    exit 1
fi
component="$(sed -n '/^    version:/,/default:/s/.*default: *//p' templates/kaizen.yml)"
if [[ $version != "$component" ]]; then
    printf 'the tag %q does not release %s, the version that templates/kaizen.yml installs\n' "$tag" "$component" >&2
    exit 1
fi
if [[ $version != "$action" ]]; then
    printf 'the tag %q does not release %s, the version that action.yml installs\n' "$tag" "$action" >&2
    exit 1
fi
printf '%s\n' "$version"

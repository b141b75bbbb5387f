#!/bin/sh
# kaizen-hook 2 · Written by `dotnet kaizen hook install`; `dotnet kaizen hook uninstall` removes it.
# Checks the staged version when a commit or a merge changes the backlog, its archive or the settings,
# and the trailer `Kaizen: none (reason)` of its message.
# KAIZEN_SKIP=1 or `git commit --no-verify` skips the check.

{start}
[ "${KAIZEN_SKIP:-0}" = 0 ] || exit 0
if [ "$hook" = commit-msg ]; then
    grep -qi '^kaizen[[:blank:]]*:[[:blank:]]*none' "$1" || exit 0
    case $1 in
    /* | [A-Za-z]:*) set -- hook run commit-msg "$1" ;;
    *) set -- hook run commit-msg "$PWD/$1" ;;
    esac
else
    git --no-literal-pathspecs diff --cached --quiet --no-ext-diff --ignore-submodules -- \
        {paths} && exit 0
    set -- check --staged --only-changed
fi

refuse() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Git's variables are relative to the folder in which it runs this hook.
folder={folder}
if [ -d "$folder" ]; then
    if [ -n "${GIT_DIR:-}" ]; then
        GIT_DIR=$(cd "$GIT_DIR" && pwd)
        GIT_WORK_TREE=$(cd "${GIT_WORK_TREE:-.}" && pwd)
        export GIT_DIR GIT_WORK_TREE
    fi
    cd "$folder" || refuse "kaizen: cannot enter the folder $folder"
fi

# Whether KaizenGate is a local tool of the repository.
local_tool() {
    above=$PWD
    while :; do
        for manifest in "$above/.config/dotnet-tools.json" "$above/dotnet-tools.json"; do
            [ -f "$manifest" ] && grep -qi '"kaizengate"' "$manifest" && return 0
        done
        [ -n "$above" ] || return 1
        above=${above%/*}
    done
}

# On Windows the SDK writes a shim dotnet-kaizen.cmd, which the shell does not find under its name without the extension.
tools=${HOME:-}/.dotnet/tools
for program in dotnet-kaizen dotnet-kaizen.cmd "$tools/dotnet-kaizen" "$tools/dotnet-kaizen.cmd" ""; do
    command -v "$program" >/dev/null 2>&1 && break
done
if [ -n "$program" ]; then
    set -- "$program" "$@"
elif command -v dotnet >/dev/null 2>&1 && local_tool; then
    set -- dotnet kaizen "$@"
else
    refuse "kaizen: this commit must be checked, but KaizenGate is not installed." \
        "Install it with \`dotnet tool install --global KaizenGate\`, or skip the check with KAIZEN_SKIP=1."
fi

"$@"
status=$?
[ "$status" = 0 ] || printf '%s\n' "kaizen: commit stopped. KAIZEN_SKIP=1 skips the check." >&2
exit "$status"

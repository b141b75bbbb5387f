# Paths, on all systems. Sourced by the action's steps.
# shellcheck shell=bash

# A value such as /x or a=/x is the user's, on Windows as well: Git's shell must not make another path of it.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'

is_absolute() {
    case "$1" in
        /* | \\* | [A-Za-z]:*) true ;;
        *) false ;;
    esac
}

# The working folder as programs of this system know it.
here() {
    pwd -W 2>/dev/null || pwd
}

full_path() {
    if is_absolute "$1"; then
        printf '%s' "$1"
    else
        printf '%s/%s' "$(here)" "$1"
    fi
}

# enter FOLDER: whatever its name begins with.
enter() {
    local folder="${1:-.}"
    is_absolute "$folder" || folder="./$folder"
    cd "$folder" 2>/dev/null || fail "the input working-directory is \"$1\", which is no folder here"
}

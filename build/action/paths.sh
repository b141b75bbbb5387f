# Paths, on all systems. Sourced by the action's steps.
# shellcheck shell=bash

# On Windows, Git's shell must not convert values such as /x or a=/x to Windows paths.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'

is_absolute() {
    case "$1" in
        /* | \\* | [A-Za-z]:*) true ;;
        *) false ;;
    esac
}

# The working folder as a native path.
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

# enter FOLDER: changes to it, even if its name begins with a dash.
enter() {
    local folder="${1:-.}"
    is_absolute "$folder" || folder="./$folder"
    cd "$folder" 2>/dev/null || fail "the input working-directory is \"$1\", which is not a folder here"
}

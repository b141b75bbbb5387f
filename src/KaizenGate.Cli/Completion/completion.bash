# Completion of dotnet-kaizen and of dotnet kaizen in bash. The suggestions come from the program itself.

# _dotnet_kaizen_suggest FIRST PROGRAM…: FIRST is the number of words before those of the program.
_dotnet_kaizen_suggest() {
    local first="$1" typed="${COMP_LINE:0:COMP_POINT}" suggestions candidate description current
    shift
    local -a words shown=()
    read -ra words <<<"$typed"
    [[ $typed == *[[:space:]] ]] && words+=("")
    current="${words[${#words[@]} - 1]}"
    COMPREPLY=()
    suggestions="$("$@" "[complete]" "${words[@]:first}" 2>/dev/null)" || return 0
    while IFS=$'\t' read -r candidate description; do
        [[ -n $candidate ]] || continue
        COMPREPLY+=("$candidate")
        shown+=("$candidate${description:+  ($description)}")
    done <<<"$suggestions"
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
    elif [[ ${COMP_TYPE:-9} -eq 63 && ${#COMPREPLY[@]} -gt 1 ]]; then
        # The list after a second Tab is only shown, never inserted.
        COMPREPLY=("${shown[@]}")
    fi
}

_dotnet_kaizen() {
    _dotnet_kaizen_suggest 1 "${COMP_WORDS[0]}"
}

_dotnet_with_kaizen() {
    if [[ ${COMP_WORDS[1]} == kaizen && $COMP_CWORD -gt 1 ]]; then
        if command -v dotnet-kaizen >/dev/null; then
            _dotnet_kaizen_suggest 2 dotnet-kaizen
        else
            _dotnet_kaizen_suggest 2 "${COMP_WORDS[0]}" kaizen
        fi
    elif [[ -n $_dotnet_before_kaizen ]]; then
        "$_dotnet_before_kaizen" "$@"
    fi
}

# The function that completed dotnet before, if any.
if [[ $(complete -p dotnet 2>/dev/null) =~ -F\ ([^ ]+) && ${BASH_REMATCH[1]} != _dotnet_with_kaizen ]]; then
    _dotnet_before_kaizen="${BASH_REMATCH[1]}"
fi
complete -o default -F _dotnet_kaizen dotnet-kaizen
complete -o default -F _dotnet_with_kaizen dotnet

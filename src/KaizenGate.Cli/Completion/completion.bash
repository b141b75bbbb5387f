# Completion of dotnet-kaizen in bash. The suggestions come from the program itself.
_dotnet_kaizen() {
    local program="${COMP_WORDS[0]}" current="${COMP_WORDS[COMP_CWORD]}"
    local line="dotnet-kaizen${COMP_LINE:${#program}}"
    local point=$((COMP_POINT - ${#program} + 13))
    local suggestions candidate
    suggestions="$("$program" "[suggest:$point]" "$line" 2>/dev/null)" || return 0
    COMPREPLY=()
    while IFS= read -r candidate; do
        # Suggest options only after a dash; without one, file names are more useful.
        if [[ $candidate == "$current"* && ($candidate != -* || $current == -*) ]]; then
            COMPREPLY+=("$candidate")
        fi
    done <<<"$suggestions"
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
    fi
}
complete -o default -F _dotnet_kaizen dotnet-kaizen

#compdef dotnet-kaizen
# Completion of dotnet-kaizen in zsh. The suggestions come from the program itself.
_dotnet_kaizen() {
    local line="dotnet-kaizen ${(j: :)words[2,CURRENT]}"
    local current="${words[CURRENT]}"
    local -a candidates
    candidates=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    # Suggest options only after a dash; without one, file names are more useful.
    [[ $current == -* ]] || candidates=("${(@)candidates:#-*}")
    candidates=("${(@M)candidates:#${current}*}")
    if (( ${#candidates} )); then
        compadd -Q -- "${candidates[@]}"
    else
        _files
    fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _dotnet_kaizen dotnet-kaizen

#compdef dotnet-kaizen
# Completion of dotnet-kaizen in zsh. The program itself knows what can come next.
_dotnet_kaizen() {
    local line="dotnet-kaizen ${(j: :)words[2,CURRENT]}"
    local current="${words[CURRENT]}"
    local -a candidates
    candidates=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    # Options are offered once a dash is typed: before that, files are what is looked for.
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

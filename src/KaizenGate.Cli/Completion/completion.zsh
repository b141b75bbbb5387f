#compdef dotnet-kaizen
# Completion of dotnet-kaizen and of dotnet kaizen in zsh. The suggestions come from the program itself.

# _dotnet_kaizen_suggest FIRST PROGRAM…: FIRST is the number of the first word after the program.
_dotnet_kaizen_suggest() {
    local first=$1 line candidate
    shift
    local -a candidates shown
    for line in "${(@f)$("$@" "[complete]" "${(@)words[first,CURRENT]}" 2>/dev/null)}"; do
        candidate="${line%%$'\t'*}"
        [[ -n $candidate ]] || continue
        candidates+=("$candidate")
        shown+=("${candidate}${${line#*$'\t'}:+  -- ${line#*$'\t'}}")
    done
    if (( ! ${#candidates} )); then
        _files
    elif (( ${#candidates} == 1 )) && [[ $candidates[1] == *= ]]; then
        compadd -Q -S '' -l -d shown -- "${candidates[@]}"
    else
        compadd -Q -l -d shown -- "${candidates[@]}"
    fi
}

_dotnet_kaizen() {
    _dotnet_kaizen_suggest 2 "${words[1]}"
}

_dotnet_with_kaizen() {
    if [[ ${words[2]} == kaizen ]] && (( CURRENT > 2 )); then
        if (( $+commands[dotnet-kaizen] )); then
            _dotnet_kaizen_suggest 3 dotnet-kaizen
        else
            _dotnet_kaizen_suggest 3 "${words[1]}" kaizen
        fi
    elif [[ -n $_dotnet_before_kaizen ]]; then
        $_dotnet_before_kaizen "$@"
    else
        _default "$@"
    fi
}

(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
# The function that completed dotnet before, if any.
[[ ${_comps[dotnet]:-_dotnet_with_kaizen} == _dotnet_with_kaizen ]] || _dotnet_before_kaizen="${_comps[dotnet]}"
compdef _dotnet_kaizen dotnet-kaizen
compdef _dotnet_with_kaizen dotnet

# Completion of dotnet-kaizen and of dotnet kaizen in fish. The suggestions come from the program itself.
function __dotnet_kaizen
    set -l words (commandline --cut-at-cursor --current-process --tokenize)
    set -l current (commandline --cut-at-cursor --current-token)
    set -l program $words[1]
    set -l rest $words[2..]
    if test "$program" = dotnet
        set rest $words[3..]
        type --query dotnet-kaizen; and set program dotnet-kaizen; or set program dotnet kaizen
    end
    $program[1] $program[2..] "[complete]" $rest "$current" 2>/dev/null
end
function __dotnet_is_kaizen
    set -l words (commandline --cut-at-cursor --current-process --tokenize)
    test (count $words) -ge 2; and test "$words[2]" = kaizen
end
# Other completions of dotnet stay as they are.
complete --command dotnet-kaizen --arguments '(__dotnet_kaizen)'
complete --command dotnet --condition __dotnet_is_kaizen --arguments '(__dotnet_kaizen)'

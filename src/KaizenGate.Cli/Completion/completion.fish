# Completion of dotnet-kaizen in fish. The suggestions come from the program itself.
function __dotnet_kaizen
    set -l words (commandline --cut-at-cursor --current-process --tokenize)
    set -l current (commandline --cut-at-cursor --current-token)
    set -l line (string join ' ' -- dotnet-kaizen $words[2..] $current)
    $words[1] "[suggest:"(string length -- $line)"]" $line 2>/dev/null
end
complete --command dotnet-kaizen --arguments '(__dotnet_kaizen)'

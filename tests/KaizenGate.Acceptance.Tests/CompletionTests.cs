namespace KaizenGate.Acceptance.Tests;

public sealed class CompletionTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("dotnet-kaizen ex", "explain")]
    [InlineData("dotnet-kaizen check --form", "--format")]
    [InlineData("dotnet-kaizen check --format js", "json")]
    [InlineData("dotnet-kaizen explain low-e", "low-execution-rate")]
    [InlineData("dotnet-kaizen check --report sar", "sarif=")]
    [InlineData("dotnet-kaizen check --profile s", "strict")]
    [InlineData("dotnet-kaizen completion f", "fish")]
    [InlineData("dotnet-kaizen hist", "history")]
    [InlineData("dotnet-kaizen rea", "read")]
    [InlineData("dotnet-kaizen read --ex", "--explain")]
    [InlineData("dotnet-kaizen check --sta", "--staged")]
    [InlineData("dotnet-kaizen check --req", "--require-history")]
    [InlineData("dotnet-kaizen history --kind comp", "completed")]
    [InlineData("dotnet-kaizen check IMP", "")]
    public async Task Bash_completes_commands_options_and_values(string typed, string offered)
    {
        Assert.SkipUnless(await HasBashAsync(), "there is no bash");

        Assert.Equal(offered, await OfferedByBashAsync(typed));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task The_script_of_every_shell_calls_the_program(string shell)
    {
        var outcome = await tool.RunAsync(scratch, "completion", shell);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("[suggest:", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zsh", "-n")]
    [InlineData("fish", "--no-execute")]
    public async Task The_script_has_no_syntax_errors(string shell, string option)
    {
        scratch.Write("script", (await tool.RunAsync(scratch, "completion", shell)).Output);
        Outcome read;
        try
        {
            read = await Command.RunAsync(shell, [option, "script"], scratch.Path, scratch.Environment);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"there is no {shell}");
            return;
        }

        Assert.True(read.ExitCode == 0, read.ToString());
    }

    /// <summary>Completes a line as bash does on the Tab key.</summary>
    private async Task<string> OfferedByBashAsync(string typed)
    {
        scratch.With("PATH", $"{Path.GetDirectoryName(tool.Program)}:{scratch.Environment["PATH"]}");
        var script = """
            eval "$(dotnet-kaizen completion bash)"
            COMP_LINE="$1"
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<<"$COMP_LINE"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            compopt() { :; }
            _dotnet_kaizen
            echo "${COMPREPLY[*]}"
            """;
        var outcome = await Command.RunAsync("bash", ["-c", script, "bash", typed], scratch.Path, scratch.Environment);
        return outcome.MustSucceed().Text;
    }

    private async Task<bool> HasBashAsync()
    {
        try
        {
            return (await Command.RunAsync("bash", ["-c", ":"], scratch.Path, scratch.Environment)).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

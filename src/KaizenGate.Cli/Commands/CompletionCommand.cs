using System.CommandLine;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Commands;

/// <summary><c>completion</c>: a shell script that gets its suggestions from this program.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create(Host host)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.CompletionSources.Add(Shells);
        var command = new ExplainedCommand(
            "completion",
            "Prints a shell script that completes `dotnet kaizen` and `dotnet-kaizen`: commands, options, values and improvements.",
            new Example("completion bash >> ~/.bashrc", "bash"),
            new Example("completion zsh >> ~/.zshrc", "zsh"),
            new Example("completion fish > ~/.config/fish/conf.d/dotnet-kaizen.fish", "fish"),
            new Example("completion pwsh >> $PROFILE", "PowerShell")
        )
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            host.Text.Write(Script(parsed.GetRequiredValue(shell)));
            return ExitCode.Passed;
        });
        return command;
    }

    private static string Script(string shell)
    {
        var known =
            Shells.FirstOrDefault(name => name.Equals(shell, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException(
                $"no completion for the shell {Quote.Of(shell)}",
                NearestName.Help(shell, Shells)
            );
        return EmbeddedText.Read($"completion.{known}");
    }
}

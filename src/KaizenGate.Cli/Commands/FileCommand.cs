using System.CommandLine;

namespace KaizenGate.Cli.Commands;

/// <summary>The frame of the commands that install or remove files.</summary>
internal static class FileCommand
{
    /// <summary>Gives a command <c>--dry-run</c>, <c>--format</c> and its action.</summary>
    /// <param name="host">The environment.</param>
    /// <param name="command">The command with its other options.</param>
    /// <param name="change">Changes the files.</param>
    /// <param name="nothing">What to print when no file changes; null if <paramref name="change"/> says it.</param>
    public static ExplainedCommand Of(
        Host host,
        ExplainedCommand command,
        Action<ParseResult, FileAnswer> change,
        string? nothing = null
    )
    {
        var dryRun = CommonArguments.DryRun();
        var format = FormatOption.TextOrJson();
        command.Add(dryRun);
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            var answer = new FileAnswer(host, format.IsJson(parsed), parsed.GetValue(dryRun));
            change(parsed, answer);
            if (nothing is not null && !answer.HasChanges)
            {
                answer.Prose.WriteLine(nothing);
            }

            answer.End();
            return ExitCode.Passed;
        });
        return command;
    }
}

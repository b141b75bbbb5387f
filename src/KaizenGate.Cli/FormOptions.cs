using System.CommandLine;
using KaizenGate.Backlogs;

namespace KaizenGate.Cli;

/// <summary>The options that say for whom a command prints.</summary>
internal sealed class FormOptions
{
    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    private readonly Option<bool> markdown = new("--markdown") { Description = "Print Markdown." };

    public void AddTo(Command command)
    {
        command.Add(json);
        command.Add(markdown);
    }

    /// <exception cref="InputException">Both are given.</exception>
    public ReportForm Of(ParseResult parsed) =>
        (parsed.GetValue(json), parsed.GetValue(markdown)) switch
        {
            (true, true) => throw new InputException(
                new InputError("--json and --markdown exclude each other", "Leave one of them out.")
            ),
            (true, _) => ReportForm.Json,
            (_, true) => ReportForm.Markdown,
            _ => ReportForm.Text,
        };
}

/// <summary>What a command prints.</summary>
internal enum ReportForm
{
    Text,
    Json,
    Markdown,
}

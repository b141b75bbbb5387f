using System.CommandLine;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli;

/// <summary>Options for the output format.</summary>
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
                "--json and --markdown cannot be used together",
                "Remove one of them."
            ),
            (true, _) => ReportForm.Json,
            (_, true) => ReportForm.Markdown,
            _ => ReportForm.Text,
        };
}

/// <summary>The output format of a command.</summary>
internal enum ReportForm
{
    Text,
    Json,
    Markdown,
}

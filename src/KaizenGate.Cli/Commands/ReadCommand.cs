using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>read</c>: what each part of a backlog was read as.</summary>
internal static class ReadCommand
{
    private const int Narrowest = 40;
    private const int Widest = 80;

    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var explain = new Option<bool>("--explain")
        {
            Description = "Also print the reason for each part, and the settings that make unread entries readable.",
        };
        var format = FormatOption.TextOrJson();
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "read",
            "Shows how backlogs are read. Each part is an improvement, part of one, a section, context, or unread.",
            new Example("read", "the backlog of this repository"),
            new Example("read docs/ROADMAP.md --explain", "a given file, with reasons and settings"),
            new Example("read --json | jq '.backlogs[].account'", "for a program")
        )
        {
            paths,
            explain,
        };
        settings.AddConfigTo(command);
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            var report = ReadRun.Read(host, parsed.GetValue(paths) ?? [], settings.Load(parsed, host));
            if (format.IsJson(parsed))
            {
                ReadingJson.Contract.Write(host.Output, report);
            }
            else
            {
                var width = host.TerminalWidth() is { } columns ? Math.Clamp(columns, Narrowest, Widest) : (int?)null;
                new ReadingText(parsed.GetValue(explain), width, Color.IsEnabled(host)).Write(report, host.Output);
            }

            return ExitCode.Passed;
        });
        return command;
    }
}

using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Reporting;

namespace KaizenGate.Cli.Commands;

/// <summary><c>check</c>: the gate.</summary>
internal static class CheckCommand
{
    public static Command Create(Host host)
    {
        var formats = string.Join(", ", ReportFormats.All.Select(format => format.Name));
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Backlogs, or folders to look for one in. Default: those that the settings name, else the usual names from the working folder upward.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format")
        {
            HelpName = "FORMAT",
            Description = $"The format on standard output: {formats}.",
            DefaultValueFactory = _ => "text",
        };
        var reports = new Option<string[]>("--report")
        {
            HelpName = "FORMAT=PATH",
            Description = "Write a report to a file as well. Repeatable; folders are made.",
        };
        var asOf = new Option<string?>("--as-of")
        {
            HelpName = "DATE",
            Description = "Judge as of this day, year-month-day. Default: today in UTC.",
        };
        var noBaseline = new Option<bool>("--no-baseline") { Description = "Count what the baseline accepts, too." };
        var noAnnotations = new Option<bool>("--no-annotations")
        {
            Description = "Leave out what GitHub Actions, Azure Pipelines and TeamCity read from the log.",
        };
        var quiet = new Option<bool>("--quiet", "-q")
        {
            Description = "Print the findings that matter for the verdict, and the verdict.",
        };
        var verbose = new Option<bool>("--verbose", "-v")
        {
            Description = "Print infos, suppressed findings, reasons and the improvements as well.",
        };
        format.CompletionSources.Add([.. ReportFormats.All.Select(known => known.Name)]);
        reports.CompletionSources.Add([.. ReportFormats.All.Select(known => $"{known.Name}=")]);
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "check",
            "Judges improvement backlogs. The exit status is 0 when the gate is open, 1 when it is shut, 2 when it could not judge, 3 after a fault of the program.",
            new Example("check", "the backlog of this repository"),
            new Example("check docs/BACKLOG.md --as-of 2026-03-02", "a certain file, on a certain day"),
            new Example(
                "check --report sarif=out/kaizen.sarif --report junit=out/kaizen.xml",
                "reports for a build server"
            ),
            new Example("check --format json --quiet | jq .verdict", "for a program"),
            new Example("check --staged", "what is about to be committed"),
            new Example("check --since origin/main --require-history", "what a branch changed, in a build"),
            new Example("check --since origin/main --only-changed", "of many backlogs those that a branch touches"),
            new Example("check --rule wrong-section=off --fail-on warning", "other severities, for once")
        )
        {
            paths,
            format,
            reports,
            asOf,
        };
        history.AddChangeTo(command);
        history.AddUseTo(command);
        settings.AddFailOnTo(command);
        settings.AddTo(command);
        command.Add(noBaseline);
        command.Add(noAnnotations);
        command.Add(quiet);
        command.Add(verbose);
        command.SetAction(parsed =>
        {
            var use = history.UseOf(parsed);
            return new Check(host, parsed.GetValue(paths) ?? [], () => settings.Load(parsed, host, use))
            {
                Change = history.ChangeOf(parsed),
                Format = ReportRequest.FindFormat(parsed.GetValue(format)!, "--format"),
                Reports = parsed.GetValue(reports) ?? [],
                AsOf = AsOf.Of(parsed.GetValue(asOf), host),
                UseBaseline = !parsed.GetValue(noBaseline),
                Annotate = !parsed.GetValue(noAnnotations),
                Options = new ReportOptions { Quiet = parsed.GetValue(quiet), Verbose = parsed.GetValue(verbose) },
            }.Run();
        });
        return command;
    }
}

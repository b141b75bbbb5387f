using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Reporting.Analytics;

namespace KaizenGate.Cli.Commands;

/// <summary><c>report</c>: the evidence.</summary>
internal static class ReportCommand
{
    public static Command Create(Host host)
    {
        var formats = string.Join(", ", ProgressFormats.All.Select(format => format.Name));
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Backlogs, or folders to look for one in. Default: those that `check` judges.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format")
        {
            HelpName = "FORMAT",
            Description = $"The format: {formats}.",
            DefaultValueFactory = _ => "text",
        };
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "PATH",
            Description = "Write to a file in place of standard output; folders are made.",
        };
        var period = new PeriodOptions();
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "report",
            "Shows whether the system gets better: what was identified and executed, what it cost and brought, how long things take and when the backlog is empty. The exit status is 0 whatever the verdict.",
            new Example("report", "the last 52 weeks"),
            new Example("report --from 2026-01-01 --to 2026-03-31 --format markdown", "a quarter, for a page"),
            new Example(
                "report --format html --output artifacts/report.html",
                "a page with charts to show and to print"
            ),
            new Example("report --weeks 12 --format json --output artifacts/report.json", "for a program"),
            new Example("report --format ndjson >> runs.ndjson", "one record a run, for many repositories")
        )
        {
            paths,
            format,
            output,
        };
        format.CompletionSources.Add([.. ProgressFormats.All.Select(known => known.Name)]);
        period.AddTo(command);
        history.AddUseTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var use = history.UseOf(parsed);
            return new ReportRun(host, parsed.GetValue(paths) ?? [], () => settings.Load(parsed, host, use))
            {
                Format = PeriodOptions.FindFormat(parsed.GetValue(format)!),
                Output = parsed.GetValue(output),
                Period = period.Of(parsed, host),
            }.Run();
        });
        return command;
    }
}

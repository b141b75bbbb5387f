using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Cli.Commands;

/// <summary><c>report</c>: the results of a period.</summary>
internal static class ReportCommand
{
    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var format = new FormatOption([.. PeriodReportFormats.All.Select(known => known.Name)])
        {
            Purpose = name => PeriodReportFormats.All.Find(name)?.Purpose,
        };
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "PATH",
            Description = "Write to this file instead of standard output. Folders are created.",
        };
        var otlp = new Option<bool>("--otlp")
        {
            Description = "Also send the figures to the OpenTelemetry collector of OTEL_EXPORTER_OTLP_ENDPOINT.",
        };
        var period = new PeriodOptions();
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "report",
            "Reports the results of a period: improvements identified and executed, hours spent and saved, cycle times and forecasts. The exit code does not depend on the verdict.",
            new Example("report", "the last 52 weeks"),
            new Example("report --from 2026-01-01 --to 2026-03-31 --format markdown", "a quarter, as Markdown"),
            new Example("report --format html --output artifacts/report.html", "a page with charts"),
            new Example("report --weeks 12 --format json --output report.json", "for a program"),
            new Example("report --format ndjson >> runs.ndjson", "one record per run")
        )
        {
            paths,
            output,
            otlp,
        };
        format.AddTo(command);
        period.AddTo(command);
        history.AddUseTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var use = history.UseOf(parsed);
            return new ReportRun(host, parsed.GetValue(paths) ?? [], () => settings.Load(parsed, host, use))
            {
                Format = PeriodOptions.FindFormat(format.Of(parsed)),
                Output = parsed.GetValue(output),
                Period = period.Of(parsed, host),
                SendsMetrics = parsed.GetValue(otlp),
            }.Run();
        });
        return command;
    }
}

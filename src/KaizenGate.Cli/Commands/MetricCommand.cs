using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Metrics;
using KaizenGate.Planning.Progress;
using KaizenGate.Reporting;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>metric</c>: the figures that tell whether the system gets better.</summary>
internal static class MetricCommand
{
    public static Command Create(Host host)
    {
        var command = new ExplainedCommand(
            "metric",
            "Records and lists the metrics that the settings declare.",
            new Example("metric record p95 4.5", "a value of today"),
            new Example("metric list", "all metrics with their latest values and limits")
        )
        {
            Record(host),
            List(host),
        };
        return command;
    }

    private static ExplainedCommand Record(Host host)
    {
        var name = new Argument<string>("NAME") { Description = "The metric, as the settings declare it." };
        var value = new Argument<string>("VALUE")
        {
            Description = "A number with a decimal point. One below 0 stands behind --.",
        };
        var date = new Option<string?>("--date")
        {
            HelpName = "DATE",
            Description = "The day that the value is of, year-month-day. Default: today in UTC.",
        };
        var unit = new Option<string?>("--unit")
        {
            HelpName = "UNIT",
            Description = "The unit. Default: that of the settings.",
        };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "What there is to say about it." };
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "record",
            "Appends a value to the file that the settings name as the source of a metric.",
            new Example("metric record p95 4.5", "a value of today"),
            new Example(
                "metric record p95 4.5 --date 2026-03-02 --note \"after the cache\"",
                "one of another day, with a remark"
            ),
            new Example("metric record drift -- -0.3", "one below 0")
        )
        {
            name,
            value,
            date,
            unit,
            note,
        };
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var day = AsOf.Day(parsed.GetValue(date), "--date") ?? AsOf.Of(null, host);
            var number = Number(parsed.GetValue(value)!);
            var loaded = settings.Load(parsed, host, null);
            var known = Known(loaded, parsed.GetValue(name)!);
            var workspace = new Workspace(host.WorkingFolder);
            var metric = loaded.Settings.Metrics[known];
            var source =
                MetricSource.Of(known, metric, loaded.BaseFolder, workspace)
                ?? throw new InputException(
                    new InputError(
                        $"the metric {Quote.Of(known)} has no file; its values stand in the backlog",
                        """Set its "source" in kaizen.json, for example "metrics.csv", or add a row to the table."""
                    )
                );
            var point = new MetricPoint(day, number, SourceSpan.FileStart)
            {
                Unit = OneLine(parsed.GetValue(unit), "--unit") ?? metric.Unit,
                Note = OneLine(parsed.GetValue(note), "--note"),
            };
            MetricRecorder.Append(source, known, point, loaded.Settings.MaxFileBytes);
            host.Text.WriteLine(MetricText.Recorded(known, point, source.File));
            return ExitStatus.Open;
        });
        return command;
    }

    private static ExplainedCommand List(Host host)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var asOf = new Option<string?>("--as-of")
        {
            HelpName = "DATE",
            Description = "The day that counts as today, year-month-day. Default: today in UTC.",
        };
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "list",
            "Lists the declared metrics: their latest values, their natural limits, and whether something changed for the worse.",
            new Example("metric list", "all of them"),
            new Example("metric list --json | jq '.metrics[].signal'", "for a program")
        )
        {
            json,
            asOf,
        };
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var today = AsOf.Of(parsed.GetValue(asOf), host);
            var loaded = settings.Load(parsed, host, HistoryUse.Off);
            var reading = new RunEvidence(host, new Workspace(host.WorkingFolder), [], today);
            var evidence = reading.Read(loaded, [], out var errors);
            foreach (var error in errors)
            {
                host.Tell(error);
            }

            if (!errors.IsEmpty)
            {
                return ExitStatus.CouldNotJudge;
            }

            var charts = MetricCharts.Of(evidence, loaded.Settings, today);
            if (parsed.GetValue(json))
            {
                MetricJson.Write(charts, today, host.Version, host.Output);
            }
            else
            {
                MetricText.Write(charts, Color.IsWanted(host), host.Output);
            }

            return ExitStatus.Open;
        });
        return command;
    }

    private static string Known(LoadedSettings loaded, string name) =>
        DeclaredMetrics.Find(loaded.Settings, name)
        ?? throw new InputException(
            new InputError(
                $"no metric {Quote.Of(name)} is declared",
                loaded.Settings.Metrics.IsEmpty
                    ? """Declare it in kaizen.json: "metrics": { "p95": { "better": "lower", "source": "metrics.csv" } }."""
                    : NearestName.Help(name, [.. loaded.Settings.Metrics.Keys.Order(StringComparer.Ordinal)])
            )
        );

    private static double Number(string text) =>
        MetricValue.Parse(text)
        ?? throw new InputException(
            new InputError(
                $"the value is {Quote.Of(text)}; it must be a number",
                "Write it with a decimal point, for example 4.5; the unit stands in --unit."
            )
        );

    private static string? OneLine(string? text, string option) =>
        text is null || !text.Any(char.IsControl)
            ? text
            : throw new InputException(
                new InputError($"{option} has a line break or a control character", "Write it on one line.")
            );
}

using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Cli.Measuring;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>metric</c>: records, rebases and lists metrics.</summary>
internal static class MetricCommand
{
    public static Command Create(Host host)
    {
        var command = new ExplainedCommand(
            "metric",
            "Records, rebases and lists the metrics declared in the settings.",
            new Example("metric record p95 4.5", "record a value for today"),
            new Example("metric rebase p95", "freeze new limits when the new level is right"),
            new Example("metric list", "all metrics with their latest values and limits")
        )
        {
            Record(host),
            Rebase(host),
            List(host),
        };
        return command;
    }

    private static ExplainedCommand Record(Host host)
    {
        var value = new Argument<string?>("VALUE")
        {
            Description = "A number, such as 4.5. Put -- before a negative one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var unit = new Option<string?>("--unit")
        {
            HelpName = "UNIT",
            Description = "The unit. Default: the unit in the settings.",
        };
        var all = new Option<bool>("--all")
        {
            Description = "Measure every metric whose settings have `measure`, and record the values.",
        };
        var allowCommands = new Option<bool>("--allow-commands")
        {
            Description = "With --all: also run the commands in the settings. Never runs them for a proposed change.",
        };
        return Appending(
            host,
            new ExplainedCommand(
                "record",
                "Appends a value to the source file of a metric, or measures and records all.",
                new Example("metric record p95 4.5", "record a value for today"),
                new Example(
                    "metric record p95 4.5 --date 2026-03-02 --note \"with cache\"",
                    "for another day, with a note"
                ),
                new Example("metric record drift -- -0.3", "a negative value"),
                new Example(
                    "metric record --all",
                    "in a pipeline: measure what the settings say, from reports and runs"
                )
            )
            {
                value,
                unit,
                all,
                allowCommands,
            },
            "The date of the value (YYYY-MM-DD). Default: today in UTC.",
            "A note about the value.",
            (parsed, settings, day) =>
                new MetricPoint(
                    day,
                    Number(
                        parsed.GetValue(value)
                            ?? throw new InputException("the VALUE is missing", "Give a number, or use --all.")
                    ),
                    SourceSpan.FileStart
                )
                {
                    Unit = OneLine(parsed.GetValue(unit), "--unit") ?? settings.Unit,
                },
            isAll: parsed => parsed.GetValue(all) ? new MeasuredMetrics(parsed.GetValue(allowCommands)) : null
        );
    }

    private static ExplainedCommand Rebase(Host host) =>
        Appending(
            host,
            new ExplainedCommand(
                "rebase",
                "Starts a new base period: limits come from later values only.",
                new Example("metric rebase p95", "from today"),
                new Example("metric rebase p95 --date 2026-03-02 --note \"larger test suite\"", "with the reason")
            ),
            "The first day of the new base period (YYYY-MM-DD). Default: today in UTC.",
            "The reason.",
            (_, _, day) => new MetricPoint(day, 0, SourceSpan.FileStart) { IsRebase = true }
        );

    /// <summary>Makes a command append a row to the source file of a metric.</summary>
    /// <param name="host">The environment.</param>
    /// <param name="command">The command, with the arguments and options that only it has.</param>
    /// <param name="dateHelp">The help of <c>--date</c>.</param>
    /// <param name="noteHelp">The help of <c>--note</c>.</param>
    /// <param name="row">Returns the row, without its note, for the metric's settings and a day.</param>
    /// <param name="isAll">Returns how all metrics are recorded; null for one of them.</param>
    private static ExplainedCommand Appending(
        Host host,
        ExplainedCommand command,
        string dateHelp,
        string noteHelp,
        Func<ParseResult, MetricSettings, DateOnly, MetricPoint> row,
        Func<ParseResult, MeasuredMetrics?>? isAll = null
    )
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "Name of the metric in the settings.",
            Arity = isAll is null ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
        };
        var date = new Option<string?>("--date") { HelpName = "DATE", Description = dateHelp };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = noteHelp };
        var dryRun = CommonArguments.DryRun();
        var format = FormatOption.TextOrJson();
        var settings = new SettingsOptions();
        name.CompletionSources.Add(context => Suggested(host, settings, context.ParseResult));
        command.Arguments.Insert(0, name);
        command.Options.Insert(0, date);
        command.Options.Add(note);
        command.Add(dryRun);
        format.AddTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var answer = new FileAnswer(host, format.IsJson(parsed), parsed.GetValue(dryRun));
            var day = AsOf.NotAfter(AsOf.Of(null, host), parsed.GetValue(date), "--date") ?? AsOf.Of(null, host);
            var loaded = settings.Load(parsed, host, null);
            var remark = OneLine(parsed.GetValue(note), "--note");
            if (isAll?.Invoke(parsed) is { } measured)
            {
                return parsed.GetValue(name) is { } one
                    ? throw new InputException(
                        $"--all records every metric, so {Quote.Of(one)} cannot be given with it",
                        "Leave out one of the two."
                    )
                    : measured.Record(host, answer, loaded, day, remark);
            }

            var known = Known(
                loaded,
                parsed.GetValue(name) ?? throw new InputException("the NAME is missing", "Name a metric, or use --all.")
            );
            MetricRow.Append(
                host,
                answer,
                loaded,
                known,
                row(parsed, loaded.Settings.Metrics[known], day) with
                {
                    Note = remark,
                }
            );
            answer.End();
            return ExitCode.Passed;
        });
        return command;
    }

    private static ExplainedCommand List(Host host)
    {
        var format = FormatOption.TextOrJson();
        var paths = CommonArguments.Paths();
        var asOf = CommonArguments.AsOf();
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "list",
            "Lists the declared metrics with their latest values, control limits and signals.",
            new Example("metric list", "all metrics"),
            new Example("metric list --json | jq '.metrics[].signal'", "for a program")
        )
        {
            paths,
            asOf,
        };
        settings.AddConfigTo(command);
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            var today = AsOf.Of(parsed.GetValue(asOf), host);
            var loaded = settings.Load(parsed, host, HistoryUse.Off);
            var reading = new RunEvidence(host, new Workspace(host.WorkingFolder), parsed.GetValue(paths) ?? [], today);
            var evidence = reading.Read(loaded, [], out var errors);
            foreach (var error in errors)
            {
                host.WriteError(error);
            }

            if (!errors.IsEmpty)
            {
                return ExitCode.InputError;
            }

            var charts = MetricChart.Of(evidence, loaded.Settings, today);
            if (format.IsJson(parsed))
            {
                MetricJson.Contract.Write(host.Output, (charts, today, host.Version));
            }
            else
            {
                MetricText.Write(charts, Color.IsEnabled(host), host.Output);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static IEnumerable<CompletionItem> Suggested(Host host, SettingsOptions settings, ParseResult parsed)
    {
        try
        {
            return settings
                .Load(parsed, host)
                .Settings.Metrics.Select(one => new CompletionItem(
                    one.Key,
                    detail: $"{one.Value.Unit} {one.Value.Source}".Trim()
                ));
        }
        catch (InputException)
        {
            return [];
        }
    }

    private static string Known(LoadedSettings loaded, string name) =>
        MetricSource.DeclaredName(loaded.Settings, name)
        ?? throw new InputException(
            $"unknown metric {Quote.Of(name)}",
            loaded.Settings.Metrics.IsEmpty
                ? """Declare it in kaizen.json: "metrics": { "p95": { "better": "lower", "source": "metrics.csv" } }."""
                : NearestName.Help(name, [.. loaded.Settings.Metrics.Keys.Order(StringComparer.Ordinal)])
        );

    private static double Number(string text) =>
        MetricFiles.Number(text)
        ?? throw new InputException(
            $"the value must be a number, not {Quote.Of(text)}",
            "For example 4.5. Pass the unit with --unit."
        );

    private static string? OneLine(string? text, string option) =>
        text is null || !text.Any(char.IsControl)
            ? text
            : throw new InputException(
                $"{option} contains a line break or control character",
                "Use a single line of text."
            );
}

using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>start</c>: starts work on an improvement.</summary>
internal static class StartCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var baseline = new Option<string?>("--baseline")
        {
            HelpName = "METRIC=VALUE",
            Description =
                "The value before the work: \"p95=30 s\", or the name of a declared metric to use its last value.",
        };
        var owner = new Option<string?>("--owner") { HelpName = "NAME", Description = "Who works on it." };
        var options = new ItemOptions();
        ItemSuggestions.AddTo(id, host, options, item => item.IsOpen);
        var command = new ExplainedCommand(
            "start",
            "Marks an improvement as in progress. Records the date and the value before the work.",
            new Example("start IMP-004 --baseline \"p95=30 s\" --owner Ada", "start and record the baseline"),
            new Example("start IMP-004 --baseline p95", "the same with the last value of a declared metric")
        )
        {
            id,
            baseline,
            owner,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var today = options.Today(parsed, host);
            var metrics = new ItemMetrics(run, parsed.GetValue(id)!, today);
            var taken = parsed.GetValue(baseline) is { } given ? metrics.Baseline(given) : metrics.Mentioned();
            var measured = taken?.Text ?? parsed.GetValue(baseline);
            if (taken is null && measured is not null)
            {
                ItemValues.Measured("--baseline", measured);
            }

            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (document, found) => Transitions.Start(document, found, today, parsed.GetValue(owner), measured)
            );
            metrics.PrintSource("Baseline", taken);
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now => $"{now.Name}: {StatusText.Words(now.Status)}",
                $"done {ItemReference.Of(item)} --hours N --measured {Measured(taken?.Metric.Name, item)}"
            );
            return ExitCode.Passed;
        });
        return command;
    }

    /// <summary>The value of <c>--measured</c> to suggest: a declared metric alone, or a metric with a value.</summary>
    private static string Measured(string? declared, Improvement item) =>
        (declared ?? item.MeasuredImpact?.Value.Metric) is { } metric && ItemReference.IsWord(metric)
            ? declared is null
                ? $"{metric}=VALUE"
                : metric
            : "METRIC=VALUE";
}

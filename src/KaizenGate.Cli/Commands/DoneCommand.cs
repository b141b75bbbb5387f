using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;

namespace KaizenGate.Cli.Commands;

/// <summary><c>done</c>: completes an improvement.</summary>
internal static class DoneCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var hours = new Option<string?>("--hours") { HelpName = "N", Description = "Hours it took." };
        var measured = new Option<string?>("--measured")
        {
            HelpName = "METRIC=VALUE",
            Description =
                "The result: \"p95=5 s\", \"p95 30 s -> 5 s\" to include the value before, or the name of a declared metric to use its last value. Default: the last value of the baseline's metric since the start.",
        };
        var saved = new Option<string?>("--saved")
        {
            HelpName = "TIME",
            Description = "Time saved: \"15 h\" in total, or \"4 min/day\", counted from the completion on.",
        };
        var again = new Option<string?>("--again")
        {
            HelpName = "METRIC=VALUE",
            Description =
                "The effect as measured again, months after the completion: \"p95=6 s\", or the name of a declared metric to use its last value.",
        };
        var options = new ItemOptions();
        ItemSuggestions.AddTo(id, host, options, item => item.IsOpen);
        var command = new ExplainedCommand(
            "done",
            "Completes an improvement. Records the date, the time spent, the measured effect and the time saved, and moves the improvement to the completed section.",
            new Example(
                "done IMP-004 --hours 3 --measured \"p95=5 s\" --saved \"4 min/day\"",
                "complete it and record the effect"
            ),
            new Example("done IMP-004 --hours 3 --measured p95", "the same with the last value of a declared metric"),
            new Example("done IMP-004 --again \"p95=6 s\"", "months later: whether the effect lasted")
        )
        {
            id,
            hours,
            measured,
            saved,
            again,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var today = options.Today(parsed, host);
            var metrics = new ItemMetrics(run, parsed.GetValue(id)!, today);
            if (parsed.GetValue(again) is { } later)
            {
                if (
                    new[] { hours, measured, saved }.FirstOrDefault(other => parsed.GetValue(other) is not null) is
                    { } other
                )
                {
                    throw new InputException(
                        $"{other.Name} is of the completion, and --again of a later measurement",
                        "Run `done` once for each."
                    );
                }

                return MeasureAgain(run, options, parsed, (parsed.GetValue(id)!, later, today), metrics);
            }

            var after = parsed.GetValue(measured);
            var taken = after is null ? metrics.Since() : Measured(metrics, after);
            var effect =
                after is null && taken is null ? ItemSignal.Of(run, run.Find(parsed.GetValue(id)!).Item, today) : null;
            after ??= effect?.Measurement;
            var questions = new Questions(host);
            var spent =
                parsed.GetValue(hours)
                ?? questions.Ask("Hours spent (Enter to skip):", text => ItemValues.Hours("--hours", text));
            var time = spent is null ? (double?)null : ItemValues.Hours("--hours", spent);
            if (after is null && taken is null)
            {
                after = questions.Ask("Result, such as \"p95=5 s\" (Enter to skip):", text => Measured(metrics, text));
                taken = metrics.Result(after);
            }

            var saving =
                parsed.GetValue(saved)
                ?? questions.Ask("Time saved, such as \"4 min/day\" (Enter to skip):", text => Savings.Read(text));
            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (document, found) => Transitions.Done(document, found, today, time, taken?.Text ?? after, saving)
            );
            metrics.PrintSource("Measured", taken);
            if (effect is not null)
            {
                host.ErrorText.WriteLine(LogText.Of($"Measured by {effect.Key.Text}: {SignalWords.Line(effect)}."));
            }

            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now =>
                    $"{now.Name}: {StatusText.Words(now.Status)}{(now.MeasuredImpact is { Value.HasFigure: true } impact ? $", {impact.Text}" : ", not measured")}{Return(now)}",
                "check"
            );
            return ExitCode.Passed;
        });
        return command;
    }

    private static int MeasureAgain(
        ItemRun run,
        ItemOptions options,
        ParseResult parsed,
        (string Id, string Value, DateOnly Day) given,
        ItemMetrics metrics
    )
    {
        var taken = metrics.Later(given.Value);
        var (edit, item) = run.Change(
            given.Id,
            options.IsDryRun(parsed),
            (document, found) => Transitions.MeasuredAgain(document, found, given.Day, taken?.Text ?? given.Value)
        );
        metrics.PrintSource("Measured again", taken);
        new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
            edit,
            [item],
            now =>
                $"{now.Name}: {now.MeasuredAgain?.Text}"
                + (SecondLook.ShareLeft(now) is { } share ? $", {Wording.Percent(share)} of the effect is left" : ""),
            SecondLook.Lasted(item) is false ? $"reopen {ItemReference.Of(item)} --reason 'REASON'" : "check"
        );
        return ExitCode.Passed;
    }

    /// <summary>The value of a declared metric; null if the text is a value or a note.</summary>
    private static RecordedMeasurement? Measured(ItemMetrics metrics, string text)
    {
        if (metrics.Result(text) is { } taken)
        {
            return taken;
        }

        if (text.Contains('=', StringComparison.Ordinal))
        {
            ItemValues.Measured("--measured", text);
        }

        return null;
    }

    /// <summary>The return as written, or when a time saved per week has paid the time spent back; empty when unknown.</summary>
    private static string Return(Improvement item) =>
        item is { SavedPerWeek.Value: > 0 and var pace, TimeSpent.Value: > 0 and var spent }
            ? $", pays back in {Wording.Count(Math.Round(spent / pace, 1), "week")}"
        : item.Roi is { } roi ? $", {roi.Text}"
        : "";
}

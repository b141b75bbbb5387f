using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Cli.Items;
using KaizenGate.Editing.Workflow;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>done</c>: completes an improvement.</summary>
internal static class DoneCommand
{
    public static Command Create(Host host)
    {
        var id = new Argument<string>("ID") { Description = "The improvement: its id in any case, or its title." };
        var hours = new Option<string?>("--hours") { HelpName = "N", Description = "How many hours it took." };
        var measured = new Option<string?>("--measured")
        {
            HelpName = "METRIC=VALUE",
            Description =
                "What is measured now: \"p95=5 s\", or with what it was before, \"p95 30 s -> 5 s\", or the name of a declared metric for its last value. Default: what the metric of the baseline recorded since the start.",
        };
        var saved = new Option<string?>("--saved")
        {
            HelpName = "TIME",
            Description = "What it saves: \"15 h\", or \"4 min/day\", which counts for the first year.",
        };
        var options = new ItemOptions();
        var command = new ExplainedCommand(
            "done",
            "Completes an improvement: writes the day, the time it took, what was measured before and after, and the return, and moves it to what is completed.",
            new Example(
                "done IMP-004 --hours 3 --measured \"p95=5 s\" --saved \"4 min/day\"",
                "complete, and show that it helped"
            ),
            new Example("done IMP-004 --hours 3 --measured p95", "the same, with the last value of a declared metric")
        )
        {
            id,
            hours,
            measured,
            saved,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var today = options.Today(parsed, host);
            var metrics = new ItemMetrics(run, parsed.GetValue(id)!, today);
            var after = parsed.GetValue(measured);
            var taken = after is null ? metrics.Since() : metrics.Result(after);
            var questions = new Questions(host);
            var spent =
                parsed.GetValue(hours)
                ?? questions.Ask("Hours it took (Enter for not logged):", text => ItemValues.Hours("--hours", text));
            var time = spent is null ? (double?)null : ItemValues.Hours("--hours", spent);
            if (after is null && taken is null)
            {
                after = questions.Ask(
                    "Measured now, such as \"p95=5 s\" (Enter for nothing):",
                    text => metrics.Result(text)
                );
                taken = metrics.Result(after);
            }

            var saving =
                parsed.GetValue(saved)
                ?? questions.Ask("Time it saves, such as \"4 min/day\" (Enter for none):", text => Savings.Read(text));
            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (manuscript, found) => Progress.Done(manuscript, found, today, time, taken?.Text ?? after, saving)
            );
            metrics.Tell("Measured", taken);
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now =>
                    $"{now.Name}: {StatusText.Words(now.Status)}{(now.MeasuredImpact is { HasNumber: true } impact ? $", {impact.Text}" : ", not measured")}{(now.Roi is { } roi ? $", {roi.Text}" : "")}",
                "check"
            );
            return ExitStatus.Open;
        });
        return command;
    }
}

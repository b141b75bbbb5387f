using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>plan</c>: the work of a week.</summary>
internal static class PlanCommand
{
    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var asOf = CommonArguments.AsOf();
        var commit = new Option<bool>("--commit")
        {
            Description = "Set the target date of all planned improvements to the Friday of the week.",
        };
        var calibrated = new Option<bool>("--calibrated")
        {
            Description = "Multiply each estimate by what earlier estimates of its category took.",
        };
        var dryRun = CommonArguments.DryRun();
        var capacity = new CapacityOptions();
        var format = new FormatOption(FormatOption.Text, FormatOption.Json, FormatOption.Markdown);
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "plan",
            "Plans a week: improvements in progress first, then the set with the highest total score that fits into the available hours.",
            new Example("plan", "20% of one person's week"),
            new Example("plan --hours 6", "for 6 hours"),
            new Example("plan --people 4 --markdown", "for a team, as Markdown"),
            new Example("plan --calibrated", "with estimates corrected by experience"),
            new Example("plan --commit", "also write the target dates"),
            new Example("plan --json | jq -r '.chosen[].id'", "for a program")
        )
        {
            paths,
        };
        command.Add(calibrated);
        command.Add(commit);
        command.Add(dryRun);
        capacity.AddTo(command);
        format.AddTo(command);
        command.Add(asOf);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var wanted = format.Of(parsed);
            var today = AsOf.Of(parsed.GetValue(asOf), host);
            // The plan depends on the file alone.
            var loaded = settings.Load(parsed, host, HistoryUse.Off);
            var hours = capacity.Of(parsed, loaded.Settings);
            var reading = new RunEvidence(host, new Workspace(host.WorkingFolder), parsed.GetValue(paths) ?? [], today);
            if (reading.ReadOrReport(loaded) is not { } evidence)
            {
                return ExitCode.InputError;
            }

            var backlogs = evidence.Select(one => one.Backlog);
            var calibration = parsed.GetValue(calibrated) ? Calibration.Of(evidence) : null;
            var plan = Plan.Of(backlogs, loaded.Settings.Scoring, hours, today, calibration);
            if (parsed.GetValue(commit))
            {
                var edits = TargetDates.Write(
                    plan,
                    SettingsOptions.ReadingOf(loaded.Settings),
                    parsed.GetValue(dryRun),
                    host.Journal(command.Name)
                );
                plan = plan with { Committed = TargetDates.Written(plan, edits) };
                if (parsed.GetValue(dryRun))
                {
                    plan = plan with { Diff = string.Concat(edits.Select(edit => edit.Diff())) };
                }
            }

            Print(host, plan, wanted);
            return ExitCode.Passed;
        });
        return command;
    }

    private static void Print(Host host, Plan plan, string format)
    {
        if (plan.Diff is not null && format != FormatOption.Json)
        {
            FileAnswer.PrintDiff(host, plan.Diff);
            return;
        }

        switch (format)
        {
            case FormatOption.Json:
                PlanJson.Contract.Write(host.Output, (plan, host.Version));
                break;
            case FormatOption.Markdown:
                PlanMarkdown.Write(plan, host.Output);
                break;
            default:
                PlanText.Write(plan, Color.IsEnabled(host), host.Output);
                break;
        }
    }
}

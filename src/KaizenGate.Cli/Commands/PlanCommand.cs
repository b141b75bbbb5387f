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
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "With --commit: write nothing; print the changes as a diff instead of the plan.",
        };
        var capacity = new CapacityOptions();
        var form = new FormOptions();
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "plan",
            "Plans a week: improvements in progress first, then the set with the highest total score that fits into the available hours.",
            new Example("plan", "20% of one person's week"),
            new Example("plan --hours 6", "for 6 hours"),
            new Example("plan --people 4 --markdown", "for a team, as Markdown"),
            new Example("plan --commit", "also write the target dates"),
            new Example("plan --json | jq -r '.chosen[].id'", "for a program")
        )
        {
            paths,
        };
        command.Add(commit);
        command.Add(dryRun);
        capacity.AddTo(command);
        form.AddTo(command);
        command.Add(asOf);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var wanted = form.Of(parsed);
            if (parsed.GetValue(dryRun) && !parsed.GetValue(commit))
            {
                throw new InputException("--dry-run requires --commit", "Without --commit, nothing is written anyway.");
            }

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
            var plan = Plan.Of(backlogs, loaded.Settings.Scoring, hours, today);
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
                    host.Text.Write(string.Concat(edits.Select(edit => edit.Diff())));
                    return ExitCode.Passed;
                }
            }

            Print(host, plan, wanted);
            return ExitCode.Passed;
        });
        return command;
    }

    private static void Print(Host host, Plan plan, ReportForm form)
    {
        switch (form)
        {
            case ReportForm.Json:
                PlanJson.Contract.Write(host.Output, (plan, host.Version));
                break;
            case ReportForm.Markdown:
                PlanMarkdown.Write(plan, host.Output);
                break;
            default:
                PlanText.Write(plan, Color.IsEnabled(host), host.Output);
                break;
        }
    }
}

using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>history</c>: the timeline of the backlogs.</summary>
internal static class HistoryCommand
{
    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var format = FormatOption.TextOrJson();
        var asOf = CommonArguments.AsOf();
        var selection = new SelectionOptions();
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "history",
            "Lists the events of improvement backlogs from the git history, newest last.",
            new Example("history", "all events"),
            new Example(
                "history --kind completed,rejected --from 2026-01-01",
                "improvements that left the backlog this year"
            ),
            new Example("history docs/BACKLOG.md --limit 20", "the newest 20 events of a given file"),
            new Example("history --json | jq '.backlogs[].events[].kind'", "for a program")
        )
        {
            paths,
        };
        selection.AddTo(command);
        command.Add(asOf);
        history.AddUseTo(command);
        settings.AddConfigTo(command);
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            var shown = selection.Of(parsed);
            var today = AsOf.Of(parsed.GetValue(asOf), host);
            var loaded = settings.Load(parsed, host, history.UseOf(parsed));
            var reading = new RunEvidence(host, new Workspace(host.WorkingFolder), parsed.GetValue(paths) ?? [], today);
            if (reading.ReadOrReport(loaded) is not { } evidence)
            {
                return ExitCode.InputError;
            }

            var verdict = Gate.Check(evidence, loaded.Settings, today, host.Version);
            var report = HistoryReport.Of(evidence, verdict, shown);
            if (format.IsJson(parsed))
            {
                HistoryJson.Contract.Write(host.Output, report);
            }
            else
            {
                HistoryText.Write(report, Color.IsEnabled(host), host.Output);
            }

            return ExitCode.Passed;
        });
        return command;
    }
}

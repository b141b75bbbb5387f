using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>review</c>: what a team looks at once a week.</summary>
internal static class ReviewCommand
{
    private const string Slack = "slack";
    private const string Teams = "teams";

    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var asOf = new Option<string?>("--as-of")
        {
            HelpName = "DATE",
            Description =
                "The date to use as today (YYYY-MM-DD). The review covers its week up to it, and the week before. Default: today in UTC.",
        };
        var capacity = new CapacityOptions();
        var format = new FormatOption(FormatOption.Text, FormatOption.Json, FormatOption.Markdown, Slack, Teams)
        {
            Purpose = name =>
                name switch
                {
                    Slack => "for an incoming webhook of Slack",
                    Teams => "for a webhook of Workflows in Microsoft Teams",
                    _ => null,
                },
        };
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "review",
            "Reviews the last week and the running one, and plans. Lists completed, captured, unscored and stale improvements, the hours used, and the plan.",
            new Example("review", "on any day"),
            new Example("review --markdown > review.md", "as Markdown for the team"),
            new Example("review --as-of 2026-03-02 --people 4", "another week, for a team of four"),
            new Example("review --format slack | curl --json @- $SLACK_WEBHOOK", "posts it to Slack"),
            new Example("review --json | jq '.backlogs[].completed[].measured'", "for a program")
        )
        {
            paths,
        };
        capacity.AddTo(command);
        format.AddTo(command);
        command.Add(asOf);
        history.AddUseTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var wanted = format.Of(parsed);
            var today = AsOf.Of(parsed.GetValue(asOf), host);
            var loaded = settings.Load(parsed, host, history.UseOf(parsed));
            var hours = capacity.Of(parsed, loaded.Settings);
            var reading = new RunEvidence(host, new Workspace(host.WorkingFolder), parsed.GetValue(paths) ?? [], today);
            if (reading.ReadOrReport(loaded) is not { } evidence)
            {
                return ExitCode.InputError;
            }

            Print(host, Review.Of(evidence, loaded.Settings, hours, today), wanted);
            return ExitCode.Passed;
        });
        return command;
    }

    private static void Print(Host host, Review review, string format)
    {
        switch (format)
        {
            case FormatOption.Json:
                ReviewJson.Contract.Write(host.Output, (review, host.Version));
                break;
            case FormatOption.Markdown:
                ReviewMarkdown.Write(review, host.Output);
                break;
            case Slack:
                ReviewSlack.Write(review, host.Output);
                break;
            case Teams:
                ReviewTeams.Write(review, host.Output);
                break;
            default:
                ReviewText.Write(review, Color.IsEnabled(host), host.Output);
                break;
        }
    }
}

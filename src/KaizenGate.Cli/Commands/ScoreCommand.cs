using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>score</c>: scores an improvement.</summary>
internal static class ScoreCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var impact = new Option<string?>("--impact")
        {
            HelpName = "N",
            Description = "Benefit from 1 (low) to 10 (high).",
        };
        var effort = new Option<string?>("--effort")
        {
            HelpName = "N",
            Description = "Work from 1 (little) to 10 (much).",
        };
        var options = new ItemOptions();
        var command = new ExplainedCommand(
            "score",
            "Scores an improvement by impact and effort. Moves it to the section for its priority.",
            new Example("score IMP-004 --impact 8 --effort 2", "score 72: high priority")
        )
        {
            id,
            impact,
            effort,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var questions = new Questions(host);
            var scale = run.Settings.Scoring.Scale;
            var first = parsed.GetValue(impact);
            var second = parsed.GetValue(effort);
            if (first is null && second is null)
            {
                first = questions.Ask($"Impact, 1 to {scale}:", text => ItemValues.Rating("impact", text, scale));
                second = questions.Ask($"Effort, 1 to {scale}:", text => ItemValues.Rating("effort", text, scale));
            }

            if (first is null && second is null)
            {
                throw new InputException("no scores given", "Add --impact, --effort or both.");
            }

            first = first is null ? null : ItemValues.Rating("impact", first, scale);
            second = second is null ? null : ItemValues.Rating("effort", second, scale);
            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (document, found) => Transitions.Score(document, found, first, second)
            );
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now =>
                    now.Score is { } score
                        ? $"{now.Name}: {score:0.##}, {StatusText.Words(run.Settings.Scoring.PriorityOf(score))}"
                        : $"{now.Name}: {string.Join(" and ", now.MissingForScore)} missing",
                item.Score is null ? null : $"start {ItemReference.Of(item)}"
            );
            return ExitCode.Passed;
        });
        return command;
    }
}

using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>score</c>: scores an improvement, a list of them, or on a terminal all that have no score.</summary>
internal static class ScoreCommand
{
    public static Command Create(Host host)
    {
        var id = new Argument<string?>("ID")
        {
            Description =
                "Id or title of the improvement; or - to read a JSON array of objects with reference or id, impact and effort from standard input; if one of them is wrong, none is written. On a terminal, without it: all without a score.",
            Arity = ArgumentArity.ZeroOrOne,
        };
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
        ItemSuggestions.AddTo(id, host, options, item => item.IsOpen);
        var command = new ExplainedCommand(
            "score",
            "Scores an improvement by impact and effort. Moves it to the section for its priority. Without an ID, walks through all improvements without a score on a terminal.",
            new Example("score IMP-004 --impact 8 --effort 2", "score 72: high priority"),
            new Example("score", "on a terminal: score all that have no score, with two keys each"),
            new Example("score --json - < scores.json", "score a list, for a program")
        )
        {
            id,
            impact,
            effort,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(id);
            var run = new ItemRun(host, parsed, options);
            var isJson = options.IsJson(parsed);
            var answer = new ItemAnswer(run, isJson, options.IsDryRun(parsed));
            var (first, second) = (parsed.GetValue(impact), parsed.GetValue(effort));
            if (name is not null and not CommonArguments.StandardInput)
            {
                return One(run, name, first, second, answer, options.IsDryRun(parsed));
            }

            if (first is not null || second is not null)
            {
                throw new InputException("--impact and --effort require an ID", Help);
            }

            return name is not null
                ? All(
                    run,
                    ScoreJson.Read(host.Input.ReadToEnd(), run.Settings.Scoring.Scale),
                    answer,
                    options.IsDryRun(parsed)
                )
                : Walk(run, isPlain: !isJson && !options.IsDryRun(parsed));
        });
        return command;
    }

    private static string Help =>
        $"Use `{CommandLine.Name} score ID --impact N --effort N`, or `{CommandLine.Name} score --json -` with a list on standard input.";

    private static int One(ItemRun run, string name, string? impact, string? effort, ItemAnswer answer, bool isDryRun)
    {
        var scale = run.Settings.Scoring.Scale;
        if (impact is null && effort is null)
        {
            // An unknown improvement is an error before any question about it.
            var (_, found) = run.Find(name);
            var questions = new Questions(run.Host);
            if (questions.CanAsk && SightingText.Of(found) is { } sightings)
            {
                run.Host.ErrorText.WriteLine($"It was {sightings}.");
            }

            if (
                questions.CanAsk && CalibrationText.Sentence(run.Calibration(), found.Category?.Value) is { } experience
            )
            {
                run.Host.ErrorText.WriteLine($"By experience, {experience}.");
            }

            impact = questions.Ask($"Impact, 1 to {scale}:", text => ItemValues.Rating("impact", text, scale));
            effort = questions.Ask($"Effort, 1 to {scale}:", text => ItemValues.Rating("effort", text, scale));
        }

        if (impact is null && effort is null)
        {
            throw new InputException("no scores given", "Add --impact, --effort or both.");
        }

        impact = impact is null ? null : ItemValues.Rating("impact", impact, scale);
        effort = effort is null ? null : ItemValues.Rating("effort", effort, scale);
        var (edit, item) = run.Change(
            name,
            isDryRun,
            (document, found) => Scores.Set(document, new GivenScore(found, impact, effort))
        );
        answer.Write(
            edit,
            [item],
            now => Line(run, now),
            item.Score is null ? null : $"start {ItemReference.Of(item)}"
        );
        return ExitCode.Passed;
    }

    private static int All(ItemRun run, ScoreJson scores, ItemAnswer answer, bool isDryRun)
    {
        var (edits, items) = scores.Write(run, answer, isDryRun);
        answer.Write(edits, items, now => Line(run, now), "plan");
        return ExitCode.Passed;
    }

    private static int Walk(ItemRun run, bool isPlain)
    {
        var questions = new Questions(run.Host);
        return isPlain && questions.CanAsk
            ? new ScoreWalk(run, questions).Run()
            : throw new InputException(
                isPlain ? "the ID is missing, and there is no terminal to ask for scores" : "the ID is missing",
                Help
            );
    }

    private static string Line(ItemRun run, Improvement item) =>
        item.Score is { } score
            ? $"{item.Name}: {score:0.##}, {StatusText.Words(run.Settings.Scoring.PriorityOf(score))}"
            : $"{item.Name}: {Wording.And(item.MissingForScore)} missing";
}

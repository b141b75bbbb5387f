using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Editing.Fixes;
using KaizenGate.Settings;

namespace KaizenGate.Cli.Commands;

/// <summary><c>fix</c>: puts right what follows from the file alone.</summary>
internal static class FixCommand
{
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Backlogs, or folders to look for one in. Default: those that `check` judges.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rules = new Option<string[]>("--rule")
        {
            HelpName = "RULE",
            Description = "Fix this rule only, by id or name. Repeatable. Default: all that can be fixed.",
        };
        rules.CompletionSources.Add([.. Fixing.Rules.Select(rule => rule.Id)]);
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; end with status 1 when something would change.",
        };
        var diff = new Option<bool>("--diff") { Description = "Write nothing; print what would change as a diff." };
        var json = new Option<bool>("--json") { Description = "Say what was done as JSON." };
        var asOf = new Option<string?>("--as-of")
        {
            HelpName = "DATE",
            Description = "The day that counts as today, year-month-day. Default: today in UTC.",
        };
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "fix",
            "Puts right what follows from the file alone: scores, returns and figures are reckoned again, improvements move to their section and into order, and what contradicts the status follows it.",
            new Example("fix", "fix the backlog of this repository"),
            new Example("fix --diff", "look at it first"),
            new Example("fix --check", "in a build: is there nothing to fix?"),
            new Example("fix --rule KZ203 --rule KZ204", "scores and sections only")
        )
        {
            paths,
            rules,
            check,
            diff,
            json,
            asOf,
        };
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
            new FixRun(
                host,
                parsed.GetValue(paths) ?? [],
                settings.Load(parsed, host),
                AsOf.Of(parsed.GetValue(asOf), host)
            )
            {
                Rules = [.. (parsed.GetValue(rules) ?? []).Select(Known)],
                Writes = !parsed.GetValue(check) && !parsed.GetValue(diff),
                IsCheck = parsed.GetValue(check),
                ShowsDiff = parsed.GetValue(diff),
                IsJson = parsed.GetValue(json),
            }.Run()
        );
        return command;
    }

    private static string Known(string word)
    {
        foreach (var rule in Fixing.Rules)
        {
            if (
                word.Equals(rule.Id, StringComparison.OrdinalIgnoreCase)
                || word.Equals(rule.Name, StringComparison.OrdinalIgnoreCase)
            )
            {
                return rule.Id;
            }
        }

        throw new InputException(
            new InputError(
                $"--rule has no {Quote.Of(word)} that can be fixed",
                $"Those that can: {string.Join(", ", Fixing.Rules.Select(rule => rule.Id))}."
            )
        );
    }
}

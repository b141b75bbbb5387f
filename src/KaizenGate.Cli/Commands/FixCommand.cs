using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;

namespace KaizenGate.Cli.Commands;

/// <summary><c>fix</c>: fixes what can be derived from the file alone.</summary>
internal static class FixCommand
{
    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var rules = new Option<string[]>("--rule")
        {
            HelpName = "RULE",
            Description = "Fix only this rule, by id or name. Repeatable. Default: all fixable rules.",
        };
        rules.CompletionSources.Add(_ =>
            RuleCatalog.FixedBy(FixingCommand.Fix).Select(rule => new CompletionItem(rule.Id, detail: rule.Summary))
        );
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; exit with status 1 if something would change.",
        };
        var dryRun = CommonArguments.DryRun("--diff");
        var format = FormatOption.TextOrJson();
        var asOf = CommonArguments.AsOf();
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "fix",
            "Fixes what can be derived from the file: scores, ROI, totals, sections, order and contradictory fields.",
            new Example("fix", "fix the backlog of this repository"),
            new Example("fix --dry-run", "preview the change"),
            new Example("fix --check", "in a build: fail if there is something to fix"),
            new Example("fix --rule KZ203 --rule KZ204", "scores and sections only")
        )
        {
            paths,
            rules,
            check,
            dryRun,
            asOf,
        };
        settings.AddConfigTo(command);
        format.AddTo(command);
        command.SetAction(parsed =>
            new FixRun(
                host,
                parsed.GetValue(paths) ?? [],
                settings.Load(parsed, host),
                AsOf.Of(parsed.GetValue(asOf), host)
            )
            {
                Rules = [.. (parsed.GetValue(rules) ?? []).Select(Known)],
                Writes = !parsed.GetValue(check) && !parsed.GetValue(dryRun),
                IsCheck = parsed.GetValue(check),
                ShowsDiff = parsed.GetValue(dryRun),
                IsJson = format.IsJson(parsed),
            }.Run()
        );
        return command;
    }

    private static string Known(string word)
    {
        foreach (var rule in RuleCatalog.FixedBy(FixingCommand.Fix))
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
            $"{Quote.Of(word)} is not a rule that can be fixed",
            $"Fixable rules: {string.Join(", ", RuleCatalog.FixedBy(FixingCommand.Fix).Select(rule => rule.Id))}."
        );
    }
}

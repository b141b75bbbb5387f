using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;

namespace KaizenGate.Cli.Commands;

/// <summary><c>explain</c>: everything about a rule.</summary>
internal static class ExplainCommand
{
    public static Command Create(Host host)
    {
        var names = new Argument<string[]>("RULE")
        {
            Description = "Id or name of a rule: KZ301 or low-execution-rate.",
            Arity = ArgumentArity.OneOrMore,
        };
        names.CompletionSources.Add([.. RuleCatalog.All.SelectMany(rule => new[] { rule.Id, rule.Name })]);
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "explain",
            "Explains rules: what each checks, why, your settings, and how to fix it.",
            new Example("explain KZ301", "a rule by its id"),
            new Example("explain unscored overdue", "several rules by name")
        )
        {
            names,
        };
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            var rules = parsed.GetRequiredValue(names).Select(Find).DistinctBy(rule => rule.Id).ToList();
            var inForce = settings.Load(parsed, host).Settings;
            foreach (var rule in rules)
            {
                RuleExplanation.Write(host.Text, rule, inForce);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static Rule Find(string idOrName) =>
        RuleCatalog.Find(idOrName)
        ?? throw new InputException(
            $"unknown rule {Quote.Of(idOrName)}",
            NearestName.Help(
                idOrName,
                [.. RuleCatalog.All.Select(rule => rule.Id), .. RuleCatalog.All.Select(rule => rule.Name)],
                $"`{CommandLine.Name} rules` lists them."
            )
        );
}

using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Commands;

/// <summary><c>explain</c>: everything about a rule.</summary>
internal static class ExplainCommand
{
    private static readonly JsonContract<(Parameter Parameter, RuleSettings? Own)> Number = new()
    {
        { "name", one => one.Parameter.Name },
        { "value", one => RuleExplanation.ValueOf(one.Parameter, one.Own) },
    };

    private static readonly JsonContract<(ListParameter Parameter, RuleSettings? Own)> Words = new()
    {
        { "name", one => one.Parameter.Name },
        { "value", one => RuleExplanation.ValueOf(one.Parameter, one.Own) },
    };

    /// <summary>The document.</summary>
    public static JsonContract<(Rule Rule, GateSettings Settings)> Contract { get; } =
        new()
        {
            { one => one.Rule, RulesCommand.Contract },
            { "severityInForce", one => StatusText.Words(one.Settings.SeverityOf(one.Rule.Known)) },
            {
                "parametersInForce",
                one => one.Rule.Parameters.Select(parameter => (parameter, OwnOf(one.Rule, one.Settings))),
                Number
            },
            { "listsInForce", one => one.Rule.Lists.Select(list => (list, OwnOf(one.Rule, one.Settings))), Words },
        };

    public static Command Create(Host host)
    {
        var names = new Argument<string[]>("RULE")
        {
            Description = "Id or name of a rule: KZ301 or low-execution-rate.",
            Arity = ArgumentArity.OneOrMore,
        };
        names.CompletionSources.Add(_ =>
            RuleCatalog.All.SelectMany(rule =>
                new[] { rule.Id, rule.Name }.Select(word => new CompletionItem(word, detail: rule.Summary))
            )
        );
        var settings = new SettingsOptions();
        var format = FormatOption.TextOrJson();
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
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            var rules = parsed.GetRequiredValue(names).Select(Find).DistinctBy(rule => rule.Id).ToList();
            var inForce = settings.Load(parsed, host).Settings;
            if (format.IsJson(parsed))
            {
                Contract.WriteAll(host.Output, rules.Select(rule => (rule, inForce)));
                return ExitCode.Passed;
            }

            foreach (var rule in rules)
            {
                RuleExplanation.Write(host.Text, rule, inForce);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static RuleSettings? OwnOf(Rule rule, GateSettings settings) => settings.Rules.GetValueOrDefault(rule.Id);

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

using System.CommandLine;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Commands;

/// <summary><c>rules</c>: the list of all rules.</summary>
internal static class RulesCommand
{
    private static readonly JsonContract<Parameter> Parameter = new()
    {
        { "name", one => one.Name },
        { "default", one => one.Default },
        { "minimum", one => one.Minimum },
        { "maximum", one => one.Maximum },
        { "unit", one => one.Unit },
        { "description", one => one.Description },
    };

    private static readonly JsonContract<ListParameter> List = new()
    {
        { "name", one => one.Name },
        { "default", one => one.Default },
        { "allowed", one => one.Allowed },
        { "description", one => one.Description },
    };

    /// <summary>A rule with its defaults.</summary>
    public static JsonContract<Rule> Contract { get; } =
        new()
        {
            { "id", rule => rule.Id },
            { "name", rule => rule.Name },
            { "stage", rule => JsonText.Word(rule.Stage) },
            { "severity", rule => StatusText.Words(rule.DefaultSeverity) },
            { "summary", rule => rule.Summary },
            { "rationale", rule => rule.Rationale },
            { "remedy", rule => rule.Remedy },
            { "next", CommandHint.Next },
            { "guard", rule => rule.Guard },
            { "page", rule => RulePage.Of(rule) },
            { "parameters", rule => rule.Parameters, Parameter },
            { "lists", rule => rule.Lists, List },
        };

    public static Command Create(Host host)
    {
        var format = FormatOption.TextOrJson();
        var command = new ExplainedCommand(
            "rules",
            "Lists all rules with their default severity.",
            new Example("rules", "all rules as a table"),
            new Example("rules --json", "the same for a program")
        )
        { };
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            if (format.IsJson(parsed))
            {
                Contract.WriteAll(host.Output, RuleCatalog.All);
            }
            else
            {
                WriteTable(host.Text);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static void WriteTable(TextWriter text)
    {
        var nameWidth = RuleCatalog.All.Select(rule => rule.Name.Length).DefaultIfEmpty().Max();
        foreach (var stage in RuleCatalog.All.GroupBy(rule => rule.Stage))
        {
            text.WriteLine(stage.Key.ToString());
            foreach (var rule in stage)
            {
                var severity = StatusText.Words(rule.DefaultSeverity);
                text.WriteLine($"  {rule.Id}  {rule.Name.PadRight(nameWidth)}  {severity, -7}  {rule.Summary}");
            }

            text.WriteLine();
        }

        text.WriteLine($"`{CommandLine.Name} explain {RuleCatalog.All.FirstOrDefault()?.Id}` explains a rule.");
    }
}

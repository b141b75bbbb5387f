using System.CommandLine;
using KaizenGate.Cli.Json;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>rules</c>: the list of all rules.</summary>
internal static class RulesCommand
{
    public static Command Create(Host host)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON with all details of each rule." };
        var command = new ExplainedCommand(
            "rules",
            "Lists all rules with their default severity.",
            new Example("rules", "all rules as a table"),
            new Example("rules --json", "the same for a program")
        )
        {
            json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
            {
                var rules = RuleCatalog.All.Select(rule => new RuleJson { Source = rule });
                JsonText.Write(host.Output, rules, CliJsonContext.Default.IEnumerableRuleJson);
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
                var severity = SeverityText.Of(rule.DefaultSeverity);
                text.WriteLine($"  {rule.Id}  {rule.Name.PadRight(nameWidth)}  {severity, -7}  {rule.Summary}");
            }

            text.WriteLine();
        }

        text.WriteLine($"`{CommandLine.Name} explain {RuleCatalog.All.FirstOrDefault()?.Id}` explains a rule.");
    }
}

using System.Globalization;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli;

/// <summary>Everything about a rule, as text.</summary>
internal static class RuleExplanation
{
    private const int Width = 80;

    public static void Write(TextWriter text, Rule rule, GateSettings settings)
    {
        text.WriteLine($"{rule.Id} {rule.Name}");
        Section(text, "What", rule.Summary);
        Section(text, "Why", rule.Rationale);
        Section(text, "What to do", rule.Remedy);
        if (rule.FixedBy is FixingCommand.Fix)
        {
            Paragraph(text, $"`{CommandLine.Name} fix --rule {rule.Id}` fixes it.", "  ");
        }

        if (rule.Guard is { } guard)
        {
            Section(text, "Requires", guard);
        }

        Section(text, "Severity", SeverityInForce(rule, settings));
        WriteThresholds(text, rule, settings);
        Section(text, "More", RulePage.Of(rule));
        text.WriteLine();
    }

    /// <summary>The value in force.</summary>
    /// <param name="parameter">A number of a rule.</param>
    /// <param name="own">The rule's settings; null without any.</param>
    public static double ValueOf(Parameter parameter, RuleSettings? own) =>
        own?.Numbers.GetValueOrDefault(parameter.Name, parameter.Default) ?? parameter.Default;

    /// <inheritdoc cref="ValueOf(Parameter, RuleSettings?)"/>
    public static IReadOnlyList<string> ValueOf(ListParameter list, RuleSettings? own) =>
        own?.Lists.GetValueOrDefault(list.Name, list.Default) ?? list.Default;

    private static string SeverityInForce(Rule rule, GateSettings settings)
    {
        var inForce = settings.SeverityOf(rule.Known);
        return inForce == rule.DefaultSeverity
            ? StatusText.Words(inForce)
            : $"{StatusText.Words(inForce)} (default {StatusText.Words(rule.DefaultSeverity)})";
    }

    private static void WriteThresholds(TextWriter text, Rule rule, GateSettings settings)
    {
        if (rule.Parameters.IsEmpty && rule.Lists.IsEmpty)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine($"Settings (\"rules\": {{ \"{rule.Id}\": {{ … }} }})");
        var own = settings.Rules.GetValueOrDefault(rule.Id);
        foreach (var parameter in rule.Parameters)
        {
            var value = ValueOf(parameter, own);
            var range = $"from {Number(parameter.Minimum)} to {Number(parameter.Maximum)}";
            text.WriteLine(
                $"  {parameter.Name}: {Number(value)} {parameter.Unit} (default {Number(parameter.Default)}; {range})"
            );
            Paragraph(text, parameter.Description, "    ");
        }

        foreach (var list in rule.Lists)
        {
            var value = ValueOf(list, own);
            text.WriteLine($"  {list.Name}: {Words(value)} (default {Words(list.Default)})");
            Paragraph(text, $"{list.Description} Allowed: {Words(list.Allowed)}.", "    ");
        }
    }

    private static void Section(TextWriter text, string title, string content)
    {
        text.WriteLine();
        text.WriteLine(title);
        Paragraph(text, content, "  ");
    }

    private static void Paragraph(TextWriter text, string content, string indent)
    {
        foreach (var line in WrappedText.Lines(content, Width - indent.Length))
        {
            text.WriteLine(indent + line);
        }
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Words(IEnumerable<string> words) => string.Join(", ", words);
}

/// <summary>The path of a rule's documentation in the repository.</summary>
internal static class RulePage
{
    public static string Of(Rule rule) => $"docs/rules/{rule.Id}.md";
}

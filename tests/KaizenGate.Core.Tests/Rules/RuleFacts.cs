using System.Globalization;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>What the documentation says of the rules, drawn from the rules.</summary>
internal static class RuleFacts
{
    /// <summary>The facts at the head of a rule's page.</summary>
    public static string Of(Rule rule)
    {
        var lines = new List<string>
        {
            "",
            $"{Sentence(rule.Summary)}.",
            "",
            "| stage | severity | mechanical fix | needs |",
            "| --- | --- | --- | --- |",
            Row(StageOf(rule), SeverityOf(rule), rule.FixedBy is not null ? "yes" : "no", rule.Guard ?? "nothing"),
        };
        if (rule.Parameters.Length + rule.Lists.Length > 0)
        {
            lines.AddRange(["", "| setting | default | accepts | decides |", "| --- | --- | --- | --- |"]);
            lines.AddRange(rule.Parameters.Select(Threshold));
            lines.AddRange(rule.Lists.Select(ListOption));
        }

        return string.Concat(lines.Append("").Select(line => line + "\n"));
    }

    /// <summary>The table of all rules.</summary>
    public static string Table()
    {
        var lines = new List<string>
        {
            "",
            "| rule | name | reports | severity | needs | mechanical fix |",
            "| --- | --- | --- | --- | --- | --- |",
        };
        foreach (var stage in RuleCatalog.All.GroupBy(rule => rule.Stage))
        {
            lines.Add(Row($"**{stage.Key}**", "", "", "", "", ""));
            lines.AddRange(
                stage.Select(rule =>
                    Row(
                        $"[{rule.Id}]({rule.Id}.md)",
                        rule.Name,
                        rule.Summary,
                        SeverityOf(rule),
                        rule.Guard ?? "",
                        rule.FixedBy is not null ? "yes" : ""
                    )
                )
            );
        }

        return string.Concat(lines.Append("").Select(line => line + "\n"));
    }

    private static string Threshold(Parameter parameter) =>
        Row(
            $"`{parameter.Name}`",
            Number(parameter.Default),
            $"{Number(parameter.Minimum)} to {Number(parameter.Maximum)}, {parameter.Unit}",
            parameter.Description
        );

    private static string ListOption(ListParameter list) =>
        Row($"`{list.Name}`", Words(list.Default), Words(list.Allowed), list.Description);

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));

    private static string StageOf(Rule rule) => rule.Stage.ToString().ToLowerInvariant();

    private static string SeverityOf(Rule rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.');

    private static string Row(params string[] cells) =>
        "|"
        + string.Concat(
            cells.Select(cell =>
                cell.Length == 0 ? " |" : $" {cell.Replace("|", "\\|", StringComparison.Ordinal).TrimEnd('.')} |"
            )
        );
}

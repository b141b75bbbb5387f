using System.Text;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The plan of a week as Markdown.</summary>
internal static class PlanMarkdown
{
    /// <summary>The others are only counted.</summary>
    private const int MaxRows = 100;

    public static void Write(Plan plan, Stream stream)
    {
        using var writer = ReportStream.Text(stream);
        writer.Write(Page(plan));
    }

    /// <summary>The plan as a part of a page.</summary>
    public static string Page(Plan plan)
    {
        var words = PlanWords.Of(plan, MarkdownText.Of, name => $"**{name}**");
        var text = new StringBuilder()
            .Append($"## Plan for the week of {plan.Week.Monday:yyyy-MM-dd}\n\n")
            .Append($"Due Friday, {plan.Week.Friday:yyyy-MM-dd}.\n\n")
            .Append($"- **Capacity:** {PlanWords.Of(plan.Capacity)}\n");
        Line("Calibrated", CalibrationText.Of(plan));
        Line("In progress", PlanWords.Started(plan));
        Line("To estimate", words.Unknown(plan));
        Line("New work", PlanWords.Chosen(plan));
        Line("Not chosen", PlanWords.NotChosen(plan));
        Line("Left out", words.Out(plan) is { Length: > 0 } left ? left : null);
        Line("Written", PlanWords.Written(plan));
        Table("In progress", plan.Started);
        Table("New work", plan.Chosen);
        if (!plan.JustMissed.IsEmpty)
        {
            text.Append("\n### Just missed\n\n");
            foreach (var miss in plan.JustMissed)
            {
                text.Append($"- {words.Name(miss.Missed)} — {words.Why(miss, plan)}\n");
            }
        }

        return PlanWords.UsesTable(plan)
            ? text.Append("\n\\* no estimate: hours from the effort table\n").ToString()
            : text.ToString();

        void Line(string label, string? line) => text.Append(line is null ? "" : $"- **{label}:** {line}\n");

        void Table(string title, ImmutableArray<PlannedItem> items)
        {
            if (items.IsEmpty)
            {
                return;
            }

            text.Append($"\n### {title}\n\n")
                .Append("| score | hours | score per hour | cell | id | improvement |\n")
                .Append("| --: | --: | --: | --- | --- | --- |\n");
            foreach (var item in items.Take(MaxRows))
            {
                text.Append($"| {Wording.NumberOrDash(item.Item.Score)} | {MarkdownText.Of(PlanWords.Time(item))} ")
                    .Append($"| {Wording.NumberOrDash(item.ScorePerHour)} | {PlanWords.Cell(item.Cell)} ")
                    .Append($"| {words.Id(item)} | {words.Title(item)} |\n");
            }

            if (items.Length > MaxRows)
            {
                text.Append($"\n{items.Length - MaxRows} more not shown.\n");
            }
        }
    }
}

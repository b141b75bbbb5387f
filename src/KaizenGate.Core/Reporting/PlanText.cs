using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The plan of a week as text.</summary>
internal static class PlanText
{
    /// <summary>The others are only counted.</summary>
    private const int MaxRows = 50;

    private static readonly string[] Header = ["score", "hours", "per hour", "cell", "id", "title"];

    public static void Write(Plan plan, bool color, Stream stream)
    {
        using var writer = ReportStream.Text(stream, color);
        var page = new TextPage(writer, color);
        Write(plan, page);
        if (CommandHint.Start(plan) is { } start)
        {
            page.EndBlock();
            page.Labelled("next", start);
        }
    }

    /// <summary>Writes the plan as a part of a page.</summary>
    public static void Write(Plan plan, TextPage page)
    {
        var words = PlanWords.Of(plan, LogText.Of, name => $"- {name}");
        page.Line(
            $"{page.Bold($"plan for the week of {plan.Week.Monday:yyyy-MM-dd}")}, due Friday, {plan.Week.Friday:yyyy-MM-dd}"
        );
        page.EndBlock();
        page.Labelled("capacity", PlanWords.Of(plan.Capacity));
        page.Labelled("calibrated", CalibrationText.Of(plan));
        page.Labelled("in progress", PlanWords.Started(plan));
        page.Labelled("to estimate", words.Unknown(plan));
        page.Labelled("new work", PlanWords.Chosen(plan));
        page.EndBlock();
        WriteTable("In progress", plan.Started, words, page);
        WriteTable("New work", plan.Chosen, words, page);
        WriteMissed(plan, words, page);
        page.Labelled("not chosen", PlanWords.NotChosen(plan));
        page.Labelled("left out", words.Out(plan) is { Length: > 0 } left ? left : null);
        page.Labelled("written", PlanWords.Written(plan));
        page.Labelled("*", PlanWords.UsesTable(plan) ? "no estimate: hours from the effort table" : null);
    }

    private static void WriteTable(string title, ImmutableArray<PlannedItem> items, PlanWords words, TextPage page)
    {
        if (items.IsEmpty)
        {
            return;
        }

        page.Line(page.Bold(title));
        page.Table([Header, .. items.Take(MaxRows).Select(item => Row(item, words))], "score", "hours", "per hour");
        if (items.Length > MaxRows)
        {
            page.Line($"  and {items.Length - MaxRows} more (--json lists all)");
        }

        page.EndBlock();
    }

    private static string[] Row(PlannedItem item, PlanWords words) =>
        [
            Wording.NumberOrDash(item.Item.Score),
            PlanWords.Time(item),
            Wording.NumberOrDash(item.ScorePerHour),
            PlanWords.Cell(item.Cell),
            words.Id(item),
            words.Title(item),
        ];

    private static void WriteMissed(Plan plan, PlanWords words, TextPage page)
    {
        if (plan.JustMissed.IsEmpty)
        {
            return;
        }

        page.Line(page.Bold("Just missed"));
        foreach (var miss in plan.JustMissed)
        {
            page.Line($"  {words.Name(miss.Missed)} — {words.Why(miss, plan)}");
        }

        page.EndBlock();
    }
}

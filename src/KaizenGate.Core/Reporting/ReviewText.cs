using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The review of a week as text.</summary>
internal static class ReviewText
{
    /// <summary>The others are only counted.</summary>
    private const int MaxLines = 10;

    public static void Write(Review review, bool color, Stream stream)
    {
        using var writer = ReportStream.Text(stream);
        var page = new TextPage(writer);
        var ink = new AnsiStyle(color);
        var words = new ReviewWords(review, LogText.Of, name => $"- {name}");
        page.Line(
            $"{ink.Bold($"review of the week of {review.LastWeek.Monday:yyyy-MM-dd}")}, through Sunday, {review.LastWeek.Sunday:yyyy-MM-dd}"
        );
        page.EndBlock();
        foreach (var line in words.Unknown)
        {
            page.Line($"{TextFoot.Label("note", ink)}{line}");
        }

        page.EndBlock();
        foreach (var part in words.Parts)
        {
            page.Line($"{TextFoot.Label(part.Title.ToLowerInvariant(), ink)}{part.Summary}");
            foreach (var line in part.Lines.Take(MaxLines))
            {
                page.Line($"  {line}");
            }

            if (part.Lines.Count > MaxLines)
            {
                page.Line($"  and {part.Lines.Count - MaxLines} more (--json lists all)");
            }
        }

        page.EndBlock();
        PlanText.Write(review.Plan, page, ink);
        page.EndBlock();
        var label = "next";
        foreach (var command in words.Commands)
        {
            page.Line($"{TextFoot.Label(label, ink)}{command}");
            label = "";
        }
    }
}

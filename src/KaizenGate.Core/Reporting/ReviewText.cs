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
        using var writer = ReportStream.Text(stream, color);
        var page = new TextPage(writer, color);
        var words = new ReviewWords(review, LogText.Of, name => $"- {name}");
        page.Line(
            $"{page.Bold($"review of the week of {review.LastWeek.Monday:yyyy-MM-dd}")}, through Sunday, {review.LastWeek.Sunday:yyyy-MM-dd}"
        );
        page.EndBlock();
        foreach (var line in words.Unknown)
        {
            page.Labelled("note", line);
        }

        page.EndBlock();
        foreach (var part in words.Parts)
        {
            page.Labelled(part.Title.ToLowerInvariant(), part.Summary);
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
        PlanText.Write(review.Plan, page);
        page.EndBlock();
        var label = "next";
        foreach (var command in words.Commands)
        {
            page.Labelled(label, command);
            label = "";
        }
    }
}

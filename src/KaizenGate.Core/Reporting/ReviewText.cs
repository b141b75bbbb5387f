using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The review as text.</summary>
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
        WriteParts(words.LastWeek, page);
        page.EndBlock();
        page.Line(
            $"{page.Bold($"the week of {review.ThisWeek.Monday:yyyy-MM-dd} so far")}, from Monday through {review.AsOf:yyyy-MM-dd}"
        );
        page.EndBlock();
        WriteParts(words.ThisWeek, page);
        page.EndBlock();
        WriteParts(words.ToDo, page);
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

    private static void WriteParts(IEnumerable<ReviewPart> parts, TextPage page)
    {
        foreach (var part in parts)
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
    }
}

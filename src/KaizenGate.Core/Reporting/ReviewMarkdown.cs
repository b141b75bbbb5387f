using System.Text;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The review as Markdown.</summary>
internal static class ReviewMarkdown
{
    /// <summary>The others are only counted.</summary>
    private const int MaxLines = 100;

    public static void Write(Review review, Stream stream)
    {
        var words = new ReviewWords(review, MarkdownText.Of, name => $"**{name}**");
        var text = new StringBuilder()
            .Append($"## Review of the week of {review.LastWeek.Monday:yyyy-MM-dd}\n\n")
            .Append($"Monday to Sunday, {review.LastWeek.Sunday:yyyy-MM-dd}.\n");
        foreach (var line in words.Unknown)
        {
            text.Append($"\n> **Note:** {line}\n");
        }

        Parts(words.LastWeek);
        text.Append(
            $"\n## The week of {review.ThisWeek.Monday:yyyy-MM-dd} so far\n\nFrom Monday through {review.AsOf:yyyy-MM-dd}.\n"
        );
        Parts(words.ThisWeek);
        text.Append("\n## To correct\n");
        Parts(words.ToDo);
        text.Append('\n').Append(PlanMarkdown.Page(review.Plan));
        var commands = string.Concat(words.Commands.Select(command => $"{command}\n"));
        text.Append(commands.Length == 0 ? "" : $"\n### Next\n\n```sh\n{commands}```\n");
        using var writer = ReportStream.Text(stream);
        writer.Write(text);

        void Parts(IEnumerable<ReviewPart> parts)
        {
            foreach (var part in parts)
            {
                text.Append($"\n### {part.Title}: {part.Summary}\n");
                Lines(part.Lines);
            }
        }

        void Lines(List<string> lines)
        {
            text.Append(lines.Count == 0 ? "" : "\n");
            foreach (var line in lines.Take(MaxLines))
            {
                text.Append($"- {line}\n");
            }

            if (lines.Count > MaxLines)
            {
                text.Append($"\n{lines.Count - MaxLines} more not shown.\n");
            }
        }
    }
}

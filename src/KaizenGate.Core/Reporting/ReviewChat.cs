using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The review as a message for a chat: titled sections with lines, not escaped and as short as the chat needs.</summary>
/// <param name="Title">The title.</param>
/// <param name="Summary">One sentence for notifications; it contains nothing from a backlog.</param>
/// <param name="Sections">The sections.</param>
internal sealed record ReviewChat(string Title, string Summary, ImmutableArray<ReviewChat.Section> Sections)
{
    /// <summary>The longest line in UTF-16 units.</summary>
    public const int LongestLine = 250;

    /// <summary>How many lines of a list are shown, from a first attempt to the shortest message.</summary>
    private static readonly int[] Lengths = [10, 5, 3, 1, 0];

    /// <summary>Returns the longest message that fits, or the shortest one.</summary>
    /// <param name="review">The review.</param>
    /// <param name="write">Writes a message.</param>
    /// <param name="fits">Whether a chat takes what was written.</param>
    public static byte[] Fitting(Review review, Action<ReviewChat, Stream> write, Func<ReviewChat, byte[], bool> fits)
    {
        byte[] written = [];
        foreach (var length in Lengths)
        {
            var chat = Of(review, length);
            using var stream = new MemoryStream();
            write(chat, stream);
            written = stream.ToArray();
            if (fits(chat, written))
            {
                break;
            }
        }

        return written;
    }

    private static ReviewChat Of(Review review, int maxLines)
    {
        var words = new ReviewWords(review, text => text, name => name);
        var plan = PlanWords.Of(review.Plan, text => text, name => name);
        var last = $"{review.LastWeek.Monday:yyyy-MM-dd}";
        var current = $"{review.ThisWeek.Monday:yyyy-MM-dd}";
        return new(
            $"Review of the weeks of {last} and {current}",
            review.IsKnown
                ? $"Review of the weeks of {last} and {current}: {review.Last.Completed.Length} and {review.Current.Completed.Length} completed, {review.Last.Captured.Length} and {review.Current.Captured.Length} captured."
                : $"Review of the weeks of {last} and {current}: the history is unknown.",
            [
                .. Notes(words),
                Week($"Week of {last}", words.LastWeek),
                Week($"Week of {current}, through {review.AsOf:yyyy-MM-dd}", words.ThisWeek),
                Week("To correct", words.ToDo),
                Planned(review.Plan, plan),
                .. Next(words),
            ]
        );

        IEnumerable<Section> Notes(ReviewWords all)
        {
            var notes = all.Unknown.ToList();
            return notes.Count == 0 ? [] : [new("Note", [.. Shown(notes, Math.Max(1, maxLines), "")])];
        }

        Section Week(string title, IEnumerable<ReviewPart> parts) =>
            new(
                title,
                [
                    .. parts.SelectMany(part =>
                        Shown(part.Lines, maxLines, "• ").Prepend($"{part.Title}: {part.Summary}")
                    ),
                ]
            );

        Section Planned(Plan all, PlanWords names) =>
            new(
                $"Plan for the week of {all.Week.Monday:yyyy-MM-dd}",
                [
                    $"Capacity: {PlanWords.Of(all.Capacity)}",
                    .. PlanWords.Started(all) is { } started ? [$"In progress: {started}"] : Array.Empty<string>(),
                    .. Shown([.. all.Started.Select(one => Item(one, names))], maxLines, "• "),
                    $"New work: {PlanWords.Chosen(all)}",
                    .. Shown([.. all.Chosen.Select(one => Item(one, names))], maxLines, "• "),
                    .. PlanWords.NotChosen(all) is { } missed ? [$"Not chosen: {missed}"] : Array.Empty<string>(),
                    .. names.Out(all) is { Length: > 0 } left ? [$"Left out: {left}"] : Array.Empty<string>(),
                ]
            );

        static IEnumerable<Section> Next(ReviewWords all)
        {
            var commands = all.Commands.ToImmutableArray();
            return commands.IsEmpty ? [] : [new("Next", commands)];
        }
    }

    private static string Item(PlannedItem item, PlanWords words) =>
        $"{words.Name(item)} — score {Wording.NumberOrDash(item.Item.Score)}, "
        + (item.Time is { } time ? PlanWords.Hours(time.Hours) : "no estimate");

    private static IEnumerable<string> Shown(List<string> lines, int max, string bullet) =>
        lines.Count <= max
            ? lines.Select(line => bullet + line)
            : lines.Take(max).Select(line => bullet + line).Append($"{bullet}{lines.Count - max} more");

    /// <param name="Title">Its title; it contains nothing from a backlog.</param>
    /// <param name="Lines">Its lines, at least one.</param>
    internal sealed record Section(string Title, ImmutableArray<string> Lines);
}

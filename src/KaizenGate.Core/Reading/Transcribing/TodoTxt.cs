using System.Buffers;
using System.Globalization;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Reads todo.txt: <c>x 2026-02-03 2026-01-05 Cache the fonts +web @ci impact:8 effort:2</c>. Dates, priority, projects, contexts and
/// keys are fields, so that they can change without changing the title.
/// </summary>
internal static class TodoTxt
{
    private const int DateLength = 10;

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    public static void Write(ItemWriter to, string text)
    {
        for (var line = 0; line < to.Original.Count; line++)
        {
            if (!to.Original[line].Trim().IsEmpty)
            {
                Item(to, to.Original[line].ToString(), to.Original.Place(line));
            }
        }
    }

    private static void Item(ItemWriter to, string line, LinePlace place)
    {
        var rest = line.AsSpan().Trim();
        var isDone = rest.StartsWith("x ");
        rest = isDone ? rest[2..].TrimStart() : rest;
        var priority = rest is ['(', >= 'A' and <= 'Z', ')', ' ', ..] ? rest[1..2].ToString() : "";
        rest = priority.Length > 0 ? rest[4..].TrimStart() : rest;
        var dates = new List<string>();
        while (dates.Count < 2 && IsDated(rest))
        {
            dates.Add(rest[..DateLength].ToString());
            rest = rest[DateLength..].TrimStart();
        }

        var words = rest.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var title = string.Join(' ', words.Where(word => !IsTag(word) && !IsField(word)));
        if (title.Length == 0)
        {
            return;
        }

        var fields = words.Where(IsField).Select(word => word.Split(':', 2)).ToList();
        string? Value(string key) => fields.Find(one => one[0] == key)?[1];
        to.Begin(title, Below(place, line.IndexOf(title, StringComparison.Ordinal)), Value("id"), isDone ? "x" : " ");
        to.Field("Completed", isDone && dates.Count > 0 ? dates[0] : null, place);
        to.Field("Captured", dates.Count > (isDone ? 1 : 0) ? dates[^1] : null, place);
        to.Field("Priority", Priority(priority), place);
        to.Field("Due Date", Value("due"), place);
        foreach (var field in fields.Where(one => one[0] is not ("id" or "due")))
        {
            to.Field(field[0], field[1], place);
        }

        to.Field("Labels", string.Join(", ", words.Where(IsTag).Select(word => word[1..])), place);
        to.End(place);
    }

    private static bool IsDated(ReadOnlySpan<char> text) =>
        text.Length > DateLength
        && text[DateLength] == ' '
        && DateOnly.TryParseExact(text[..DateLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out _);

    /// <summary>Whether a word is a key with a value, and not an address.</summary>
    private static bool IsField(string word)
    {
        var end = word.IndexOf(':', StringComparison.Ordinal);
        return end > 0
            && end + 1 < word.Length
            && word[end + 1] is not '/'
            && char.IsAsciiLetter(word[0])
            && word.AsSpan(0, end).IndexOfAnyExcept(KeyCharacters) < 0;
    }

    private static LinePlace Below(LinePlace place, int column) =>
        column < 0
            ? place
            : place with
            {
                Offset = place.Offset + column,
                Column = place.Column + column,
                Length = place.Length - column,
            };

    private static bool IsTag(string word) => word.Length > 1 && word[0] is '+' or '@';

    private static string? Priority(string letter) =>
        letter switch
        {
            "" => null,
            "A" => "High",
            "B" => "Medium",
            _ => "Low",
        };
}

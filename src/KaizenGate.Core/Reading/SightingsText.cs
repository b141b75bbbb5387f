namespace KaizenGate.Core.Reading;

/// <summary>
/// Sightings: dates, each with its evidence after it. <c>2026-11-12 (run 412 failed), 2026-11-20</c>, <c>2026-11-12: run 412 failed;
/// 2026-11-20</c>. A date in brackets, or in the middle of a text, is part of the evidence.
/// </summary>
internal static class SightingsText
{
    /// <summary>What is between two sightings.</summary>
    private const string Separators = ",;|·•/、，；";

    /// <summary>What is between a date and its evidence, or around both.</summary>
    private const string Trimmed = Separators + " \u00A0:-–—.&";

    /// <param name="Sighting">The sighting.</param>
    /// <param name="Start">Where its date begins.</param>
    /// <param name="End">Where the next one begins, or the end of the text.</param>
    public readonly record struct Found(Sighting Sighting, int Start, int End);

    /// <summary>Returns the sightings in a text; empty when none begins with a date.</summary>
    public static IEnumerable<Sighting> Read(string text, DateOrder order) =>
        Find(text, order).ConvertAll(one => one.Sighting);

    /// <summary>Returns the sightings in a text with their places.</summary>
    public static List<Found> Find(string text, DateOrder order)
    {
        var dates = Dates(text, order);
        var found = new List<Found>(dates.Count);
        for (var at = 0; at < dates.Count; at++)
        {
            var end = at + 1 < dates.Count ? dates[at + 1].Start : text.Length;
            var evidence = EvidenceIn(text[dates[at].End..end]);
            found.Add(new Found(new Sighting(dates[at].Date, evidence), dates[at].Start, end));
        }

        return found;
    }

    private static List<DateForms.Found> Dates(string text, DateOrder order)
    {
        var dates = new List<DateForms.Found>();
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth = text[at] switch
            {
                '(' or '[' or '（' => depth + 1,
                ')' or ']' or '）' => Math.Max(0, depth - 1),
                _ => depth,
            };
            if (depth == 0 && IsStart(text, at) && DateForms.Leading(text.AsSpan(at), order) is { } date)
            {
                dates.Add(date with { Start = at, End = at + date.End });
                at += date.End - 1;
            }
        }

        return dates;
    }

    /// <summary>Whether a sighting can begin here: at the start, or after a separator or a bracket that closes the evidence before it.</summary>
    private static bool IsStart(string text, int at)
    {
        if (!char.IsLetterOrDigit(text[at]))
        {
            return false;
        }

        var before = text.AsSpan(0, at).TrimEnd(" \u00A0");
        return before.IsEmpty
            || (
                before.Length < at
                && (before.EndsWith(" and") || before.EndsWith(" &") || before[^1] is ')' or ']' or '）')
            )
            || (Separators.Contains(before[^1], StringComparison.Ordinal) && (before.Length < at || before[^1] > 0x7F));
    }

    private static string? EvidenceIn(string text)
    {
        var rest = text.AsSpan();
        if (rest.StartsWith("T") || rest.StartsWith("t"))
        {
            rest = rest[1..].TrimStart("0123456789:.+Zz"); // The time of day.
        }

        if (rest.TrimEnd().EndsWith(" and"))
        {
            rest = rest.TrimEnd()[..^4];
        }

        rest = rest.Trim(Trimmed);
        var isBracketed = rest is ['(', .., ')'] or ['[', .., ']'] or ['（', .., '）'] && ClosesAtEnd(rest);
        rest = (isBracketed ? rest[1..^1] : rest).Trim();
        return rest.IsEmpty ? null : rest.ToString();
    }

    /// <summary>Whether the bracket at the start is closed by the last character.</summary>
    private static bool ClosesAtEnd(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '(' or '[' or '（' => 1,
                ')' or ']' or '）' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at == text.Length - 1;
            }
        }

        return false;
    }
}

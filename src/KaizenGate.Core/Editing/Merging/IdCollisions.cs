using System.Globalization;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>
/// Resolves ids that two branches gave to different improvements. The one that was captured later gets the next free id, of the
/// same day the one whose title sorts last, so that merging in either direction has the same result. An id that is also mentioned
/// elsewhere on its side is left for the user to change.
/// </summary>
internal static class IdCollisions
{
    /// <summary>Assigns new ids in the lines of the sides; returns a sentence for each.</summary>
    public static ImmutableArray<string> Resolve(ThreeWay<MergeSide> sides, Func<string, bool> isTaken)
    {
        var remarks = ImmutableArray.CreateBuilder<string>();
        var (ancestor, ours, theirs) = sides;
        var ids = sides
            .All.SelectMany(side => side.Backlog.Improvements)
            .Select(item => item.Id)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in ours.Names.Except(ancestor.Names).Order(StringComparer.Ordinal).ToArray())
        {
            if (
                ours.Find(name) is not { Id: not null } our
                || theirs.Find(name) is not { Id: not null } their
                || HaveSameTitle(our, their)
            )
            {
                continue;
            }

            var (side, later) = IsLater(our, their) ? (ours, our) : (theirs, their);
            if (NextFree(later.Id!, ids, isTaken) is { } id && Rename(side, later, id))
            {
                ids.Add(id);
                remarks.Add($"{later.Id} was the id of two improvements; \"{later.Title}\" is now {id}");
            }
        }

        return remarks.ToImmutable();
    }

    public static bool HaveSameTitle(Improvement one, Improvement other) =>
        TitleText.NormalizeTitle(one.Title) == TitleText.NormalizeTitle(other.Title);

    private static bool IsLater(Improvement one, Improvement other)
    {
        var order = Day(one).CompareTo(Day(other));
        return order != 0
            ? order > 0
            : string.CompareOrdinal(TitleText.NormalizeTitle(one.Title), TitleText.NormalizeTitle(other.Title)) > 0;

        static DateOnly Day(Improvement item) => item.Captured?.Value ?? DateOnly.MaxValue;
    }

    /// <summary>Returns the id after the highest with the same prefix, with as many digits; null for an id without a number.</summary>
    private static string? NextFree(string id, HashSet<string> ids, Func<string, bool> isTaken)
    {
        var prefix = id.AsSpan().TrimEnd("0123456789").ToString();
        var digits = id.Length - prefix.Length;
        if (digits is 0 or > 9)
        {
            return null;
        }

        var next = ids.Where(other => other.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Max(NumberOf);
        string free;
        do
        {
            next++;
            free = prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        } while (isTaken(free));

        return free;

        int NumberOf(string other) =>
            int.TryParse(other.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
    }

    private static bool Rename(MergeSide side, Improvement item, string id)
    {
        var span = item.IdSpan!.Value;
        var line = side.Lines[span.Line - 1];
        var start = span.Column - 1;
        if (
            !item.OtherPlaces.IsEmpty
            || start + span.Length > line.Length
            || !line.AsSpan(start, span.Length).Equals(item.Id, StringComparison.OrdinalIgnoreCase)
            || side.Lines.Sum(other => Mentions(other, item.Id!)) != 1
        )
        {
            return false;
        }

        side.Lines[span.Line - 1] = line[..start] + id + line[(start + span.Length)..];
        side.Names[item.Order] = id.ToUpperInvariant();
        return true;
    }

    private static int Mentions(string line, string id)
    {
        var count = 0;
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var end = at + id.Length;
            var isWhole =
                (at == 0 || !char.IsLetterOrDigit(line[at - 1]))
                && (end == line.Length || !char.IsLetterOrDigit(line[end]));
            count += isWhole ? 1 : 0;
        }

        return count;

        int Next(int from) => line.IndexOf(id, from, StringComparison.OrdinalIgnoreCase);
    }
}

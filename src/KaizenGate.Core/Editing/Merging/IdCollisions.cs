using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>
/// Two branches that number by themselves give the same id to two improvements. The one that was captured later gets the next
/// free id, whichever side it comes from, so that both branches come to the same result; of the same day the one whose title sorts last.
/// Where its id is mentioned somewhere else on its side nothing is changed: a person has to see to it.
/// </summary>
internal static class IdCollisions
{
    /// <summary>Gives new ids; the lines of the sides are changed in place.</summary>
    /// <param name="ancestor">What both sides come from.</param>
    /// <param name="ours">Our side.</param>
    /// <param name="theirs">Their side.</param>
    /// <param name="isTaken">Whether an id is in use elsewhere, as in the archive.</param>
    /// <returns>What was done, a sentence for each.</returns>
    public static ImmutableArray<string> Resolve(
        MergeSide ancestor,
        MergeSide ours,
        MergeSide theirs,
        Func<string, bool> isTaken
    )
    {
        var remarks = ImmutableArray.CreateBuilder<string>();
        var known = ancestor.Names.ToHashSet(StringComparer.Ordinal);
        var ids = new[] { ancestor, ours, theirs }
            .SelectMany(side => side.Backlog.Improvements)
            .Select(item => item.Id)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in ours.Names.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).ToArray())
        {
            if (ours.Find(name) is not { Id: not null } our || theirs.Find(name) is not { Id: not null } their)
            {
                continue;
            }

            if (IsSame(our, their))
            {
                continue;
            }

            var (side, later) = IsLater(our, their) ? (ours, our) : (theirs, their);
            if (NextFree(later.Id!, ids, isTaken) is { } id && Rename(side, later, id))
            {
                ids.Add(id);
                remarks.Add($"{later.Id} stood for two improvements; \"{later.Title}\" is now {id}");
            }
        }

        return remarks.ToImmutable();
    }

    /// <summary>Whether two that bear the same id say the same.</summary>
    public static bool IsSame(Improvement one, Improvement other) =>
        TitleText.NormalizeTitle(one.Title) == TitleText.NormalizeTitle(other.Title);

    private static bool IsLater(Improvement one, Improvement other)
    {
        var order = Day(one).CompareTo(Day(other));
        return order != 0
            ? order > 0
            : string.CompareOrdinal(TitleText.NormalizeTitle(one.Title), TitleText.NormalizeTitle(other.Title)) > 0;

        static DateOnly Day(Improvement item) => item.Captured?.Value ?? DateOnly.MaxValue;
    }

    /// <summary>The number behind the highest that begins alike, with as many digits; null for an id without a number.</summary>
    private static string? NextFree(string id, HashSet<string> ids, Func<string, bool> isTaken)
    {
        var prefix = id.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (prefix.Length == id.Length || id.Length - prefix.Length > 9)
        {
            return null;
        }

        var highest = ids.Where(other => other.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(other =>
                int.TryParse(
                    other.AsSpan(prefix.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : 0
            )
            .Max();
        string free;
        do
        {
            highest++;
            free = prefix + highest.ToString(CultureInfo.InvariantCulture).PadLeft(id.Length - prefix.Length, '0');
        } while (isTaken(free));

        return free;
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
        for (
            var at = line.IndexOf(id, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = line.IndexOf(id, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + id.Length;
            var isWhole =
                (at == 0 || !char.IsLetterOrDigit(line[at - 1]))
                && (end == line.Length || !char.IsLetterOrDigit(line[end]));
            count += isWhole ? 1 : 0;
        }

        return count;
    }
}

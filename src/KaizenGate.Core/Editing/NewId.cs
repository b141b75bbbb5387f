using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace KaizenGate.Core.Editing;

/// <summary>Finds the next free id of a backlog, in the style of its ids.</summary>
/// <param name="Prefix">The text before the number, with the dash.</param>
/// <param name="Digits">The minimum number of digits.</param>
internal sealed record NewId(string Prefix, int Digits)
{
    /// <summary>Longer numbers are random, and numbering does not continue from them.</summary>
    public const int MostDigits = 6;

    private const string UsualPrefix = "IMP-";
    private const int UsualDigits = 3;
    private const int RandomDigits = 9;

    private static readonly SearchValues<char> IdEnds = SearchValues.Create("]*_`:—–- ");

    /// <summary>Returns the style of most ids; with the prefix from the settings unless it is null.</summary>
    public static NewId StyleOf(Backlog backlog, string? prefix)
    {
        var styles = Ids(backlog)
            .Where(id => prefix is null || id.Prefix.Equals(prefix + "-", StringComparison.OrdinalIgnoreCase))
            .GroupBy(id => id.Prefix)
            .MaxBy(group => group.Count());
        return styles is null
            ? new NewId(prefix is null ? UsualPrefix : prefix + "-", UsualDigits)
            : new NewId(styles.Key, styles.Min(id => id.Number.Length));
    }

    /// <summary>Returns the next ids.</summary>
    /// <param name="backlog">The backlog.</param>
    /// <param name="count">Their number.</param>
    /// <param name="isRandom">Whether they get random numbers.</param>
    /// <param name="taken">Returns the largest number that other versions of the file use.</param>
    public ImmutableArray<string> Next(Backlog backlog, int count, bool isRandom, Func<int> taken)
    {
        if (!isRandom)
        {
            var last = Math.Max(Last(backlog), taken());
            return [.. Enumerable.Range(last + 1, count).Select(Of)];
        }

        var own = Own(backlog).ToHashSet(StringComparer.Ordinal);
        var ids = ImmutableArray.CreateBuilder<string>(count);
        while (ids.Count < count)
        {
            var number = RandomNumberGenerator.GetString("0123456789", RandomDigits);
            if (own.Add(number))
            {
                ids.Add(Prefix + number);
            }
        }

        return ids.MoveToImmutable();
    }

    /// <summary>Returns the id with a number.</summary>
    public string Of(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    /// <summary>Returns the highest number in the backlog and its archive; 0 when there is none.</summary>
    public int Last(Backlog backlog) =>
        Own(backlog)
            .Where(number => number.Length <= MostDigits)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
            .DefaultIfEmpty()
            .Max();

    /// <summary>Returns the text around the ids of improvements with a form, as in <c>[IMP-001] Title</c> or <c>IMP-001: Title</c>.</summary>
    public static (string Open, string Close) Around(EditableBacklog document, ImprovementForm form)
    {
        foreach (var other in document.Backlog.Improvements)
        {
            // An improvement may consist of nothing but its id, which is then its title too.
            if (other.Form != form || other.IdSpan is not { } span || span.Offset + span.Length > other.Span.Offset)
            {
                continue;
            }

            var start = document.Text.AsSpan(0, span.Offset).TrimEnd("[*_`").Length;
            var end = span.Offset + span.Length;
            var open = document.Text[start..span.Offset];
            var close = document.Text[end..other.Span.Offset];
            var isPlain = !close.AsSpan().ContainsAnyExcept(IdEnds) && close.Length is > 0 and < 8;
            if (
                isPlain
                && !close.Contains('\n', StringComparison.Ordinal)
                && open.Trim('[').Length == close.Count(sign => sign is '*' or '_' or '`')
            )
            {
                return (open, close);
            }
        }

        return ("[", "] ");
    }

    /// <summary>Returns the numbers with the prefix.</summary>
    private IEnumerable<string> Own(Backlog backlog) =>
        Ids(backlog).Where(id => id.Prefix.Equals(Prefix, StringComparison.OrdinalIgnoreCase)).Select(id => id.Number);

    private static IEnumerable<(string Prefix, string Number)> Ids(Backlog backlog) =>
        backlog.WithArchive.Select(item => Split(item.Id)).OfType<(string Prefix, string Number)>();

    private static (string Prefix, string Number)? Split(string? id)
    {
        var letters = id?.AsSpan().TrimEnd("0123456789").Length ?? 0;
        return id is not null && letters > 0 && letters < id.Length ? (id[..letters], id[letters..]) : null;
    }
}

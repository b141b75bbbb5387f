using System.Globalization;
using System.Security.Cryptography;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Editing.Workflow;

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

    /// <summary>Returns the style of most ids; with the prefix from the settings unless it is null.</summary>
    public static NewId StyleOf(Backlog backlog, string? prefix)
    {
        var styles = backlog
            .WithArchive.Select(item => Split(item.Id))
            .OfType<(string Prefix, string Number)>()
            .Where(id => prefix is null || id.Prefix.Equals(prefix + "-", StringComparison.OrdinalIgnoreCase))
            .GroupBy(id => id.Prefix)
            .MaxBy(group => group.Count());
        return styles is null
            ? new NewId(prefix is null ? UsualPrefix : prefix + "-", UsualDigits)
            : new NewId(styles.Key, styles.Min(id => id.Number.Length));
    }

    /// <summary>Returns the next id.</summary>
    /// <param name="backlog">The backlog.</param>
    /// <param name="kind">How ids are numbered.</param>
    /// <param name="taken">Returns the largest number that other versions of the file use.</param>
    public string Next(Backlog backlog, IdKind kind, Func<int> taken)
    {
        var known = backlog.WithArchive.Select(item => Split(item.Id)).OfType<(string Prefix, string Number)>();
        var own = known.Where(id => id.Prefix.Equals(Prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        if (kind == IdKind.Random)
        {
            string id;
            do
            {
                id = Prefix + RandomNumberGenerator.GetString("0123456789", RandomDigits);
            } while (own.Exists(one => Prefix + one.Number == id));

            return id;
        }

        var last = own.Where(id => id.Number.Length <= MostDigits)
            .Select(id => int.Parse(id.Number, CultureInfo.InvariantCulture))
            .Append(taken())
            .Max();
        return Prefix + (last + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    private static (string Prefix, string Number)? Split(string? id)
    {
        var letters = id?.AsSpan().TrimEnd("0123456789").Length ?? 0;
        return id is not null && letters > 0 && letters < id.Length ? (id[..letters], id[letters..]) : null;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>The next free id of a backlog, in its own style.</summary>
/// <param name="Prefix">What stands before the number, with the dash.</param>
/// <param name="Digits">The least number of digits.</param>
internal sealed record NewId(string Prefix, int Digits)
{
    /// <summary>Longer numbers were drawn by chance, and nothing follows them.</summary>
    public const int MostDigits = 6;

    private const string UsualPrefix = "IMP-";
    private const int UsualDigits = 3;
    private const int RandomDigits = 9;

    /// <summary>The style of a backlog's ids: that of most of them.</summary>
    /// <param name="backlog">The backlog.</param>
    /// <param name="prefix">What the settings want; null for nothing.</param>
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

    /// <summary>The next id.</summary>
    /// <param name="backlog">The backlog.</param>
    /// <param name="kind">How it is numbered.</param>
    /// <param name="taken">Gives the largest number that other versions of the file have taken.</param>
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

        var last = taken();
        foreach (var (_, number) in own.Where(id => id.Number.Length <= MostDigits))
        {
            last = Math.Max(last, int.Parse(number, CultureInfo.InvariantCulture));
        }

        return Prefix + (last + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    private static (string Prefix, string Number)? Split(string? id)
    {
        var letters = id?.AsSpan().TrimEnd("0123456789").Length ?? 0;
        return id is not null && letters > 0 && letters < id.Length ? (id[..letters], id[letters..]) : null;
    }
}

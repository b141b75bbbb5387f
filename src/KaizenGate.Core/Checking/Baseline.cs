using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Checking;

/// <summary>The findings that a team accepted, each until a date.</summary>
/// <param name="File">The baseline file.</param>
/// <param name="Entries">In the order of the file.</param>
internal sealed record Baseline(SourceFile File, ImmutableArray<BaselineEntry> Entries)
{
    /// <summary>Reads a baseline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rules">The rules that entries may name.</param>
    /// <returns>Null when the file does not exist: a baseline is optional.</returns>
    /// <exception cref="InputException">The file cannot be read or is invalid.</exception>
    public static Baseline? Load(SourceFile file, IReadOnlyCollection<KnownRule> rules)
    {
        if (!System.IO.File.Exists(file.FullPath))
        {
            return null;
        }

        var bytes = InputFile.Read(file.FullPath, file.Path, new TextPosition("baseline"));
        return Read(file, bytes, rules);
    }

    internal static Baseline Read(SourceFile file, ReadOnlyMemory<byte> bytes, IReadOnlyCollection<KnownRule> rules)
    {
        var text = new SettingsText(file.Path, bytes);
        var cursor = new JsonCursor(text);
        var change = BaselineKeys.File(rules).Read(ref cursor, "");
        cursor.End();
        return new Baseline(
            file,
            [.. change([]).Select(entry => entry.Value with { Span = text.SpanOf(entry.Place.Offset) })]
        );
    }
}

/// <summary>A finding that is accepted until a date.</summary>
internal sealed record BaselineEntry
{
    /// <summary>The number of days for which an entry without expiry is valid.</summary>
    public const int DefaultDays = 90;

    /// <summary>The maximum number of days after <see cref="Date"/> for which an entry is valid, whatever its expiry.</summary>
    public const int MostDays = 365;

    /// <summary>The id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>The identity of the improvement (<see cref="Improvement.Key"/>); null for a finding about the backlog.</summary>
    public string? Item { get; init; }

    /// <summary>The backlog, relative to the root of the repository (<see cref="SourceFile.RootPath"/>).</summary>
    public required string Path { get; init; }

    /// <summary>The commit at which it was accepted, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>The day it was accepted, or last renewed.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day it was first accepted; null when it was not renewed.</summary>
    public DateOnly? FirstDate { get; init; }

    /// <summary>The expiry in the file; see <see cref="LastDay"/>.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>The day since which its finding does not count.</summary>
    public DateOnly Since => FirstDate < Date ? FirstDate.Value : Date;

    /// <summary>The last day on which it is valid.</summary>
    public DateOnly LastDay => Expires.DayNumber - Date.DayNumber > MostDays ? Date.AddDays(MostDays) : Expires;

    /// <summary>Whether it is dated after today; tomorrow may be today where it was accepted.</summary>
    public bool IsFuture(DateOnly asOf) => Date.DayNumber > asOf.DayNumber + 1;

    /// <summary>Whether it accepts its finding.</summary>
    public bool IsValid(DateOnly asOf) => LastDay >= asOf && !IsFuture(asOf);

    /// <summary>Why it was accepted, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Its place in the baseline.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.FileStart;
}

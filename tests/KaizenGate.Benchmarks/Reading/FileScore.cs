using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Benchmarks.Reading;

/// <summary>Something that the reader did not read and says so.</summary>
/// <param name="Line">From 1.</param>
internal sealed record UnreadEntry(int Line, string Reason)
{
    /// <summary>Returns all of a backlog.</summary>
    public static IEnumerable<UnreadEntry> Of(Backlog backlog) =>
        backlog.Account.Unread.SelectMany(parts => parts.Lines.Select(line => new UnreadEntry(line, parts.Reason)));
}

/// <summary>What the reader made of a file.</summary>
internal sealed record ReadFile(ImmutableArray<Improvement> Items, ImmutableArray<UnreadEntry> Unread, TimeSpan Time);

/// <summary>A label and the improvement that was read for it.</summary>
internal readonly record struct MatchedItem(LabelledItem Label, Improvement Item)
{
    public bool HasStatus => Label.Accepts(Item.Status);
}

/// <summary>How well a file was read, compared with its labels. Optional items count neither as right nor as wrong.</summary>
internal sealed class FileScore
{
    private FileScore(
        LabelledFile file,
        ImmutableArray<LabelledItem> labels,
        ReadFile read,
        IReadOnlyCollection<int> nonItemLines
    )
    {
        (File, Read, NonItemLines) = (file, read, nonItemLines.Count);
        var found = ItemMatching.Match(labels, read.Items);
        Right =
        [
            .. labels
                .Zip(found)
                .Where(pair => pair.Second is not null && !pair.First.Optional)
                .Select(pair => new MatchedItem(pair.First, read.Items[pair.Second!.Value])),
        ];
        Missed = [.. labels.Where((label, index) => found[index] is null && !label.Optional)];
        TooMany = [.. read.Items.Where((_, index) => !found.Contains(index))];
        SilentlyMissed = [.. Missed.Where(label => !read.Unread.Any(entry => label.Lines.Contains(entry.Line)))];
        FalseAlarms = [.. read.Unread.Where(entry => nonItemLines.Contains(entry.Line))];
    }

    public LabelledFile File { get; }
    public ReadFile Read { get; }

    /// <summary>The number of lines, not blank, that are labelled as something else than improvements.</summary>
    public int NonItemLines { get; }
    public ImmutableArray<MatchedItem> Right { get; }
    public ImmutableArray<LabelledItem> Missed { get; }

    /// <summary>The missed labels whose lines the reader does not name as unread.</summary>
    public ImmutableArray<LabelledItem> SilentlyMissed { get; }

    /// <summary>The improvements that match no label.</summary>
    public ImmutableArray<Improvement> TooMany { get; }

    /// <summary>The unread entries on lines that are labelled as something else than improvements.</summary>
    public ImmutableArray<UnreadEntry> FalseAlarms { get; }

    public int Wanted => Right.Length + Missed.Length;
    public int WithStatus => Right.Count(pair => pair.HasStatus);

    /// <summary>From 0 to 1, and 1 when nothing was read.</summary>
    public double Precision => Ratio.Of(Right.Length, Right.Length + TooMany.Length);

    /// <summary>From 0 to 1, and 1 when there is nothing to read.</summary>
    public double Recall => Ratio.Of(Right.Length, Wanted);

    public double F1 => Ratio.F1(Right.Length, Missed.Length, TooMany.Length);

    public bool IsAllRight => Missed.IsEmpty && TooMany.IsEmpty && WithStatus == Right.Length;

    /// <summary>Compares with the list of labels that fits best.</summary>
    /// <param name="lines">The lines of the file.</param>
    public static FileScore Of(LabelledFile file, ReadFile read, IReadOnlyList<string> lines)
    {
        var nonItems = (file.NotItems ?? [])
            .SelectMany(part => part.Lines)
            .Where(line => line <= lines.Count && !string.IsNullOrWhiteSpace(lines[line - 1]))
            .ToHashSet();
        return new[] { file.Items }
            .Concat(file.Alternatives ?? [])
            .Select(labels => new FileScore(file, labels, read, nonItems))
            .MaxBy(score => score.F1)!;
    }
}

/// <summary>Ratios of counts.</summary>
internal static class Ratio
{
    /// <summary>Returns 1 when there is nothing to count.</summary>
    public static double Of(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    /// <summary>Returns the harmonic mean of precision and recall; 1 when there is nothing to count.</summary>
    public static double F1(int right, int missed, int tooMany) => Of(2 * right, (2 * right) + missed + tooMany);
}

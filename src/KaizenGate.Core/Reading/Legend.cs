namespace KaizenGate.Core.Reading;

/// <summary>
/// What a file itself says its marks mean: <c>✅ done · 🚧 in progress</c>, a list such as <c>- `[~]` = skipped</c>, or a table. Compared
/// by value. Bounded, as the text is not trusted.
/// </summary>
internal sealed class Legend : IEquatable<Legend>
{
    private const int MostLines = 200;
    private const int MostCharacters = 1000;
    private const int MostMarks = 40;

    /// <summary>The maximum number of words of a meaning in a line that no word calls a legend.</summary>
    private const int MostWords = 4;

    private readonly ImmutableArray<Meaning> meanings;

    private Legend(ImmutableArray<Meaning> meanings) => this.meanings = meanings;

    /// <summary>What a mark means.</summary>
    /// <param name="Mark">See <see cref="Marks.Plain"/>.</param>
    private readonly record struct Meaning(string Mark, Status? Status, Priority? Priority);

    /// <summary>Reads the lines of a legend, each without the marks of its list; null when they define no status and no priority.</summary>
    public static Legend? Read(IEnumerable<string> lines) =>
        Of(lines.Take(MostLines).SelectMany(line => LegendLine.Read(line)));

    /// <summary>Whether a line outside a legend defines marks: it is called a legend, or is only marks with known meanings.</summary>
    public static bool IsLegend(ReadOnlySpan<char> line)
    {
        if (line.Length > MostCharacters)
        {
            return false;
        }

        var isCalled = LegendLine.IsCalledLegend(line);
        // Most lines have one mark, their check box.
        return (isCalled || LegendLine.HasTwoMarks(line)) && AreKnown([.. LegendLine.Read(line.ToString())], isCalled);
    }

    private static bool AreKnown(List<(string Mark, string Meaning)> pairs, bool isCalled)
    {
        return isCalled
            ? pairs.Exists(IsKnown)
            : pairs.TrueForAll(pair => IsKnown(pair) && TextNormalizer.Words(pair.Meaning).Count <= MostWords)
                && pairs.Exists(pair => pair.Mark != pairs[0].Mark);

        static bool IsKnown((string Mark, string Meaning) pair) =>
            MeaningText.Status(pair.Meaning) is not null || MeaningText.Priority(pair.Meaning) is not null;
    }

    /// <summary>Returns that a cross means not done in a column of values where a check mark means done; null for other columns.</summary>
    public static Legend? OfColumn(IEnumerable<string> values)
    {
        var marks = values
            .Select(value => value.AsSpan().Trim() is var text ? Marks.Plain(text[..Marks.LengthAt(text)]) : "")
            .Where(mark => mark.Length > 0)
            .Take(MostLines)
            .ToHashSet();
        return marks.Any(mark => BuiltIn(mark) is Status.Done)
            ? Create(marks.Where(mark => Crosses.Contains(mark)).Select(mark => new Meaning(mark, Status.ToDo, null)))
            : null;
    }

    /// <summary>Returns this legend with the meanings of another for the marks that this one does not define.</summary>
    public Legend Or(Legend? other) => other is null ? this : Create(meanings.Concat(other.meanings))!;

    /// <summary>Returns the status of a mark; null when the legend defines none.</summary>
    /// <param name="plain">See <see cref="Marks.Plain"/>.</param>
    public Status? StatusOf(string plain)
    {
        foreach (var one in meanings)
        {
            if (one.Status is { } status && one.Mark == plain)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>Returns the priority of the mark at the start of a value; null when the legend defines none.</summary>
    public Priority? PriorityOf(string value)
    {
        var text = value.AsSpan().Trim();
        var length = Marks.LengthAt(text);
        var plain = length > 0 ? Marks.Plain(text[..length]) : null;
        foreach (var one in meanings)
        {
            if (one.Priority is { } priority && one.Mark == plain)
            {
                return priority;
            }
        }

        return null;
    }

    public bool Equals(Legend? other) => other is not null && meanings.AsSpan().SequenceEqual(other.meanings.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Legend);

    public override int GetHashCode() =>
        meanings.Aggregate(meanings.Length, (hash, one) => HashCode.Combine(hash, one));

    private static Legend? Of(IEnumerable<(string Mark, string Meaning)> pairs) =>
        Create(
            pairs.Select(pair => new Meaning(
                pair.Mark,
                MeaningText.Status(pair.Meaning),
                MeaningText.Priority(pair.Meaning)
            ))
        );

    /// <summary>Creates a legend from the first status and the first priority of each mark; null when there is none.</summary>
    private static Legend? Create(IEnumerable<Meaning> all)
    {
        var first = all.Where(one => one.Status is not null || one.Priority is not null)
            .GroupBy(one => one.Mark)
            .Select(marked => new Meaning(
                marked.Key,
                marked.FirstOrDefault(one => one.Status is not null).Status,
                marked.FirstOrDefault(one => one.Priority is not null).Priority
            ))
            .Take(MostMarks)
            .ToImmutableArray();
        return first.IsEmpty ? null : new Legend(first);
    }

    private static Status? BuiltIn(string mark) => StatusVocabulary.BuiltIn.OfAnswer(mark);

    private static readonly HashSet<string> Crosses = ["❌", "✗", "✘", "✖", ":x:", "[❌]", "[✗]", "[✘]", "[✖]"];
}

namespace KaizenGate.Core.Editing.Merging;

/// <summary>
/// A piece of a text to merge: a single line without a key, or the lines of something with its own identity, such as an
/// improvement, which is found again after a move.
/// </summary>
/// <param name="Lines">At least one; neither the first nor the last is blank.</param>
/// <param name="Key">Unique in its document; null for a line without identity.</param>
internal sealed record MergeElement(string[] Lines, string? Key = null)
{
    /// <summary>The index of the first line in the text.</summary>
    public int Line { get; init; }

    /// <summary>The improvement that the lines are; null for other lines.</summary>
    public Improvement? Item { get; init; }

    /// <summary>Of two elements that both sides insert at one place, the one with the higher rank comes first.</summary>
    public double Rank { get; init; }

    /// <summary>Whether a heading, which usually follows a blank line.</summary>
    public bool IsHeading =>
        Lines[0].StartsWith('#') || (Lines.Length > 1 && Lines[1].StartsWith("===", StringComparison.Ordinal));

    public bool HasSameLines(MergeElement? other) => other is not null && Lines.AsSpan().SequenceEqual(other.Lines);
}

/// <summary>A text cut into elements, with the blank lines between them.</summary>
internal sealed class MergeDocument
{
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);

    /// <param name="elements">In order, with their <see cref="MergeElement.Line"/>.</param>
    /// <param name="lines">All lines of the text; those outside of elements are blank.</param>
    public MergeDocument(List<MergeElement> elements, string[] lines)
    {
        Elements = elements;
        Gaps = new string[elements.Count + 1][];
        var start = 0;
        for (var index = 0; index < elements.Count; index++)
        {
            var element = elements[index];
            Gaps[index] = lines[start..element.Line];
            start = element.Line + element.Lines.Length;
            if (element.Key is { } key)
            {
                byKey.Add(key, index);
            }
        }

        Gaps[^1] = lines[start..];
        Plain = [.. Enumerable.Range(0, elements.Count).Where(index => elements[index].Key is null)];
    }

    public List<MergeElement> Elements { get; }

    /// <summary>The blank lines before each element and after the last: one more than elements.</summary>
    public string[][] Gaps { get; }

    /// <summary>The indexes of the elements without a key.</summary>
    public int[] Plain { get; }

    public string[] PlainLines => Array.ConvertAll(Plain, index => Elements[index].Lines[0]);

    /// <summary>In the order of the text.</summary>
    public IEnumerable<string> Keys => Elements.Select(element => element.Key).OfType<string>();

    /// <summary>-1 when no element has the key.</summary>
    public int IndexOf(string key) => byKey.GetValueOrDefault(key, -1);

    public MergeElement? Find(string key) => byKey.TryGetValue(key, out var index) ? Elements[index] : null;

    /// <summary>Each line that is not blank is an element without a key.</summary>
    public static MergeDocument OfLines(string[] lines) =>
        new(
            [
                .. lines
                    .Index()
                    .Where(line => !string.IsNullOrWhiteSpace(line.Item))
                    .Select(line => new MergeElement([line.Item]) { Line = line.Index }),
            ],
            lines
        );
}

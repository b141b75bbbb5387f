namespace KaizenGate.Core.Reading;

/// <summary>Splits a line of a legend into marks with their meanings.</summary>
internal static class LegendLine
{
    private const int MostCharacters = 1000;
    private const int MostMarks = 40;

    /// <summary>Returns the marks of a line, see <see cref="Marks.Plain"/>, with the text that explains each; none when there is no mark.</summary>
    public static IEnumerable<(string Mark, string Meaning)> Read(string line)
    {
        line = line.Length <= MostCharacters ? line : line[..MostCharacters];
        var marks = MarksIn(line);
        if (marks.Count == 0)
        {
            yield break;
        }

        var isBefore = Text(line, marks[^1].End, line.Length).Length == 0;
        for (var index = 0; index < marks.Count; index++)
        {
            var (start, end) = marks[index];
            var before = Text(line, index == 0 ? LabelEnd(line, start) : marks[index - 1].End, start);
            var after = Text(line, end, index + 1 < marks.Count ? marks[index + 1].Start : line.Length);
            yield return (Marks.Plain(line.AsSpan(start, end - start)), isBefore ? before : after);
        }
    }

    /// <summary>Whether a line begins with a label such as "Legend:" or "Status key:".</summary>
    public static bool IsCalledLegend(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon <= 0)
        {
            return false;
        }

        var words = TextNormalizer.Words(line[..colon]);
        return words.Count > 0
            && (
                LegendWords.Contains(string.Concat(words))
                || LegendWords.Contains(words[^1])
                || LegendWords.Contains(words[0])
            );
    }

    /// <summary>Whether a line has more than one mark, with a text between the first two: without one, it does not explain both.</summary>
    public static bool HasTwoMarks(ReadOnlySpan<char> line) =>
        NextMark(line, 0) is { End: > 0 and var end }
        && NextMark(line, end) is { End: > 0 } second
        && !line[end..second.Start].Trim(Separators).IsEmpty;

    private static List<(int Start, int End)> MarksIn(string line)
    {
        var marks = new List<(int Start, int End)>();
        for (var end = 0; marks.Count < MostMarks && NextMark(line, end) is { End: > 0 } mark; end = mark.End)
        {
            marks.Add(mark);
        }

        return marks;
    }

    /// <summary>Returns the next mark at or after an offset; default when there is none.</summary>
    private static (int Start, int End) NextMark(ReadOnlySpan<char> line, int from)
    {
        for (var at = from; at < line.Length; at++)
        {
            // A colon in a word ends a label and does not begin a shortcode.
            var isInWord = at > 0 && line[at] == ':' && char.IsLetterOrDigit(line[at - 1]);
            var length = isInWord ? 0 : Marks.LengthAt(line[at..]);
            if (length > 0)
            {
                return (at, at + length);
            }
        }

        return default;
    }

    /// <summary>Returns where the text before the first mark begins: after "Legend:" but not after the only colon of "Done: ✅".</summary>
    private static int LabelEnd(string line, int mark)
    {
        var colon = line.AsSpan(0, mark).TrimEnd(" :：").LastIndexOfAny(':', '：');
        return colon + 1;
    }

    private static string Text(string line, int start, int end) =>
        line.AsSpan(start, Math.Max(end - start, 0)).Trim(Separators).ToString();

    private const string Separators = " \t=:：-–—→|·•/,;.*_`\"'()\uFE0F\u200D";
    private const int LongestLabel = 60;
    private static readonly WordIndex<bool> LegendWords = Lexicon.Set("matter.legend");
}

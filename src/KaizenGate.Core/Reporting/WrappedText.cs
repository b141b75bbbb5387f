namespace KaizenGate.Core.Reporting;

/// <summary>Wraps text.</summary>
internal static class WrappedText
{
    /// <summary>Breaks a text at spaces, and words that are longer than a line.</summary>
    /// <param name="text">One paragraph; empty gives one empty line.</param>
    /// <param name="width">Columns of a line, at least 1.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && ColumnWidth.Of(longer) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        while (ColumnWidth.Prefix(word, width) is { Length: > 0 } piece && piece.Length < word.Length)
        {
            yield return piece;
            word = word[piece.Length..];
        }

        yield return word;
    }
}

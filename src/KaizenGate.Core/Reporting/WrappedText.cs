using System.Globalization;

namespace KaizenGate.Reporting;

/// <summary>Text in lines of a given width.</summary>
internal static class WrappedText
{
    /// <summary>Breaks a text at its spaces; a longer word gets a line of its own and stays whole.</summary>
    /// <param name="text">One paragraph; empty gives one empty line.</param>
    /// <param name="width">Columns of a line, at least 1.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && new StringInfo(longer).LengthInTextElements > width)
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
}

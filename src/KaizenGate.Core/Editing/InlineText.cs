using System.Text;

namespace KaizenGate.Core.Editing;

/// <summary>Text from outside as one line of Markdown that cannot hide or break what stands around it.</summary>
internal static class InlineText
{
    /// <summary>Line breaks, control characters and runs of white space become one space; a comment is not opened. Other markup stays: it is meant.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            var isSpace = char.IsWhiteSpace(sign) || char.IsControl(sign) || sign is '\uFEFF' or '\u2028' or '\u2029';
            if (!isSpace)
            {
                line.Append(sign);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ').Replace("<!--", "\\<!--", StringComparison.Ordinal);
    }

    /// <summary>The same for a cell of a table.</summary>
    public static string OfCell(string text)
    {
        var line = Of(text);
        var cell = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '|' && !IsEscaped(line, index))
            {
                cell.Append('\\');
            }

            cell.Append(line[index]);
        }

        return IsEscaped(line, line.Length) ? cell.Append(' ').ToString() : cell.ToString();
    }

    private static bool IsEscaped(string text, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && text[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}

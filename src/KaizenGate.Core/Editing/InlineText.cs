using System.Text;

namespace KaizenGate.Core.Editing;

/// <summary>Turns user input into one line of Markdown that cannot hide or break the text around it.</summary>
internal static class InlineText
{
    /// <summary>Replaces line breaks, control characters and runs of white space by one space, and escapes comments. Other markup stays.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var isSpace =
                char.IsWhiteSpace(character)
                || char.IsControl(character)
                || character is '\uFEFF' or '\u2028' or '\u2029';
            if (!isSpace)
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ').Replace("<!--", "\\<!--", StringComparison.Ordinal);
    }

    /// <summary>Escapes pipes as well.</summary>
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
        var before = text.AsSpan(0, at);
        return (before.Length - before.TrimEnd('\\').Length) % 2 == 1;
    }
}

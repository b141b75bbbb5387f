namespace KaizenGate.Reading;

/// <summary>Finds where a section is nested most deeply, to name the place when it is too deep.</summary>
internal static class Nesting
{
    /// <summary>The depth of lists in lists that can be read for certain.</summary>
    public const int MaxDepth = 60;

    /// <summary>Whether a line begins with more markers of lists and quotes than <see cref="MaxDepth"/>; a rule of dashes does not.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> content)
    {
        var markers = 0;
        var position = 0;
        while (position < content.Length)
        {
            var character = content[position];
            if (character is '>' or '-' or '+' or '*')
            {
                markers++;
            }
            else if (char.IsAsciiDigit(character))
            {
                while (position + 1 < content.Length && char.IsAsciiDigit(content[position + 1]))
                {
                    position++;
                }

                if (position + 1 >= content.Length || content[position + 1] is not ('.' or ')'))
                {
                    break;
                }

                position++;
                markers++;
            }
            else if (character is not (' ' or '\t'))
            {
                break;
            }

            position++;
        }

        return markers > MaxDepth
            && !(position == content.Length && content.Trim("- \t").IsEmpty)
            && !content[..Math.Min(content.Length, MaxDepth)].StartsWith("----")
            && !content.StartsWith("****");
    }

    /// <summary>The line and column, from 1, where the line with the most markers or the deepest indentation begins.</summary>
    public static (int Line, int Column) DeepestLine(string text, TextSection section, LineMap lines)
    {
        var deepest = 0;
        var place = lines.Span(section.Offset, 0);
        for (
            var line = place.Line - 1;
            line < lines.Count && lines.StartOf(line) < section.Offset + section.Length;
            line++
        )
        {
            var content = lines.Line(line);
            var depth = 0;
            foreach (var character in content)
            {
                if (character is '>' or '-' or '*' or '+' or '.' or ')')
                {
                    depth += 2;
                }
                else if (character is ' ' or '\t')
                {
                    depth++;
                }
                else if (!char.IsAsciiDigit(character))
                {
                    break;
                }
            }

            if (depth > deepest)
            {
                deepest = depth;
                place = lines.Span(lines.StartOf(line), 0);
            }
        }

        return (place.Line, place.Column);
    }
}

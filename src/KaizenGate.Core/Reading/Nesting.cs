namespace KaizenGate.Core.Reading;

/// <summary>Checks the nesting depth of lists and quotes.</summary>
internal static class Nesting
{
    /// <summary>The maximum depth of nested lists and quotes.</summary>
    public const int MaxDepth = 60;

    /// <summary>Whether a line begins with more than <see cref="MaxDepth"/> list and quote markers; a thematic break does not.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> content)
    {
        var markers = 0;
        var position = 0;
        while (position < content.Length)
        {
            var length = content[position] is ' ' or '\t' ? 1 : MarkerLength(content[position..]);
            if (length == 0)
            {
                break;
            }

            markers += content[position] is ' ' or '\t' ? 0 : 1;
            position += length;
        }

        return markers > MaxDepth && !content.Trim("- \t").IsEmpty && !content.Trim("* \t").IsEmpty;
    }

    /// <summary>Returns the length of the marker at the start of a text; 0 when there is none. White space must follow all except a quote marker.</summary>
    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        if (text[0] == '>')
        {
            return 1;
        }

        var digits = text.IndexOfAnyExceptInRange('0', '9');
        var sign = digits < 0 ? ' ' : text[digits];
        var isMarker = digits == 0 ? sign is '-' or '+' or '*' : sign is '.' or ')';
        return isMarker && (digits + 1 == text.Length || text[digits + 1] is ' ' or '\t') ? digits + 1 : 0;
    }

    /// <summary>Returns the start, from 1, of the line with the most markers or the deepest indentation.</summary>
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

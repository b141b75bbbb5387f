using System.Buffers;
using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Removes inline Markdown: emphasis, code marks, links, images, tags, comments, escapes. Takes linear time for any input; keeps
/// what is not clearly markup.
/// </summary>
internal static class PlainText
{
    private const char Removed = '\uFFFF';

    public static string Of(ReadOnlySpan<char> markdown)
    {
        markdown = markdown.Trim();
        if (markdown.IndexOfAny(Special) < 0)
        {
            return RecentTexts.Of(markdown);
        }

        return new Stripper(markdown).Strip();
    }

    private static readonly SearchValues<char> Special = SearchValues.Create("*_`~[]<\\&\r\n\t");

    private ref struct Stripper(ReadOnlySpan<char> source)
    {
        private readonly ReadOnlySpan<char> source = source;
        private readonly StringBuilder output = new(source.Length);
        private readonly Stack<int> brackets = new();
        private int nextParenthesis = -1;
        private int nextAngle = -1;
        private bool commentsEnd = true;

        public string Strip()
        {
            var inCode = false;
            var position = 0;
            while (position < source.Length)
            {
                var character = source[position];
                if (character == '`')
                {
                    position += RunLength(position);
                    inCode = !inCode;
                }
                else if (inCode)
                {
                    output.Append(character is '\r' or '\n' or '\t' ? ' ' : character);
                    position++;
                }
                else
                {
                    position = Step(position, character);
                }
            }

            output.Replace($"{Removed}", "");
            return CollapseSpaces(output);
        }

        private int Step(int position, char character)
        {
            switch (character)
            {
                case '\\' when position + 1 < source.Length && IsAsciiPunctuation(source[position + 1]):
                    output.Append(source[position + 1]);
                    return position + 2;
                case '*' or '_' or '~':
                    return Marks(position, character);
                case '[':
                    brackets.Push(output.Length);
                    output.Append('[');
                    return position + 1;
                case ']':
                    return CloseBracket(position);
                case '<':
                    return Angle(position);
                case '&':
                    return Entity(position);
                case '\r' or '\n' or '\t':
                    output.Append(' ');
                    return position + 1;
                default:
                    output.Append(character);
                    return position + 1;
            }
        }

        private static bool IsAsciiPunctuation(char character) =>
            character is > ' ' and < '\u007F' && !char.IsAsciiLetterOrDigit(character);

        private int Marks(int position, char character)
        {
            var length = RunLength(position);
            var before = position > 0 ? source[position - 1] : ' ';
            var after = position + length < source.Length ? source[position + length] : ' ';
            var apart = char.IsWhiteSpace(before) && char.IsWhiteSpace(after);
            var inWord = char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
            var isMarkup = character switch
            {
                '~' => length == 2,
                '_' => !apart && !inWord,
                _ => !apart && (length > 1 || !inWord),
            };
            if (!isMarkup)
            {
                output.Append(source.Slice(position, length));
            }

            return position + length;
        }

        /// <summary>Brackets with a destination in parentheses after them are a link or an image: only the text remains.</summary>
        private int CloseBracket(int position)
        {
            var isLink = position + 1 < source.Length && source[position + 1] == '(' && brackets.Count > 0;
            var open = brackets.Count > 0 ? brackets.Pop() : -1;
            if (isLink)
            {
                nextParenthesis = NextOf(')', nextParenthesis, position + 2);
                if (nextParenthesis < source.Length)
                {
                    output[open] = Removed;
                    if (open > 0 && output[open - 1] == '!')
                    {
                        output[open - 1] = Removed;
                    }

                    return nextParenthesis + 1;
                }
            }

            output.Append(']');
            return position + 1;
        }

        private int Angle(int position)
        {
            if (source[position..].StartsWith("<!--"))
            {
                var end = commentsEnd ? source[position..].IndexOf("-->") : -1;
                if (end >= 0)
                {
                    return position + end + 3;
                }

                commentsEnd = false;
            }

            var after = position + 1 < source.Length ? source[position + 1] : ' ';
            if (char.IsAsciiLetter(after) || after == '/')
            {
                nextAngle = NextOf('>', nextAngle, position + 1);
                if (nextAngle < source.Length)
                {
                    var inside = source[(position + 1)..nextAngle];
                    if (inside.Contains("://", StringComparison.Ordinal) && !inside.Contains(' '))
                    {
                        output.Append(inside);
                    }
                    else if (inside.StartsWith("br", StringComparison.OrdinalIgnoreCase))
                    {
                        output.Append(' ');
                    }

                    return nextAngle + 1;
                }
            }

            output.Append('<');
            return position + 1;
        }

        private int Entity(int position)
        {
            var rest = source[position..];
            foreach (var (name, character) in Entities)
            {
                if (rest.StartsWith(name, StringComparison.Ordinal))
                {
                    output.Append(character);
                    return position + name.Length;
                }
            }

            output.Append('&');
            return position + 1;
        }

        /// <summary>Finds the next position of a character; the last result is passed in so that all calls together read the text once.</summary>
        private readonly int NextOf(char character, int known, int from)
        {
            if (known >= from)
            {
                return known;
            }

            var next = from < source.Length ? source[from..].IndexOf(character) : -1;
            return next < 0 ? int.MaxValue : from + next;
        }

        private readonly int RunLength(int position)
        {
            var end = position + 1;
            while (end < source.Length && source[end] == source[position])
            {
                end++;
            }

            return end - position;
        }
    }

    private static readonly (string Name, char Character)[] Entities =
    [
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&#39;", '\''),
        ("&nbsp;", ' '),
    ];

    private static string CollapseSpaces(StringBuilder text)
    {
        var result = new StringBuilder(text.Length);
        var afterSpace = true;
        foreach (var chunk in text.GetChunks())
        {
            foreach (var character in chunk.Span)
            {
                var isSpace = character == ' ';
                if (!(isSpace && afterSpace))
                {
                    result.Append(character);
                }

                afterSpace = isSpace;
            }
        }

        return result.ToString().TrimEnd();
    }
}

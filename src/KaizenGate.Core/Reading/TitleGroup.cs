namespace KaizenGate.Core.Reading;

/// <summary>Finds the brackets at the end of a title.</summary>
internal static class TitleGroup
{
    /// <summary>The length, in characters, above which brackets are part of the title.</summary>
    public const int Longest = 200;

    /// <summary>Returns the place of the bracket that the last character closes, with a space before it; null when there is none.</summary>
    public static int? Opening(string text, int start, int end)
    {
        var close = text[end - 1];
        var opening = close switch
        {
            ')' => '(',
            ']' => '[',
            '）' => '（',
            '】' => '【',
            _ => '\0',
        };
        if (opening == '\0')
        {
            return null;
        }

        var depth = 0;
        for (var position = end - 1; position > start && end - position <= Longest; position--)
        {
            depth +=
                text[position] == close ? 1
                : text[position] == opening ? -1
                : 0;
            if (depth == 0)
            {
                var before = text[position - 1];
                return char.IsWhiteSpace(before) || opening >= 0x80 || before is '*' or '~' ? position : null;
            }
        }

        return null;
    }
}

using System.Globalization;
using System.Text;

namespace KaizenGate.Core.Backlogs;

/// <summary>Quotes text from files and command lines in messages.</summary>
internal static class Quote
{
    /// <summary>The maximum length of a quotation, in UTF-16 code units of the text.</summary>
    private const int Longest = 60;

    /// <summary>
    /// Returns the text in quotation marks on one line, cut between characters after at most 60 code units. Characters that could
    /// control a terminal or a log are escaped as <c>\u001B</c>.
    /// </summary>
    public static string Of(string text)
    {
        var quoted = new StringBuilder("\"");
        var at = 0;
        while (at < text.Length)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (at + length > Longest)
            {
                quoted.Append('…');
                break;
            }

            foreach (var unit in text.AsSpan(at, length))
            {
                if (isWhole && IsPlain(rune))
                {
                    quoted.Append(unit);
                }
                else
                {
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
                }
            }

            at += length;
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}

using System.Globalization;
using System.Text;

namespace KaizenGate.Escaping;

/// <summary>Foreign text as a message may show it.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    /// <summary>The text in quotation marks, cut to 60 characters, with nothing in it that could steer a terminal or a log.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder("\"");
        foreach (var sign in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (IsPlain(sign))
            {
                shown.Append(sign);
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}");
            }
        }

        return shown.Append(text.Length > Longest ? "…\"" : "\"").ToString();
    }

    private static bool IsPlain(char sign) =>
        char.GetUnicodeCategory(sign)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}

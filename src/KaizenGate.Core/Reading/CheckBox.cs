using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>The check box of a task: one symbol in brackets at the start of a list item.</summary>
internal static class CheckBox
{
    /// <summary>Returns the symbol (a space for an empty box) and the place of the box; null when there is none.</summary>
    public static (string? Symbol, Extent Extent) Read(string text, Extent line)
    {
        var content = line.In(text);
        if (content.Length < 2 || content[0] != '[')
        {
            return default;
        }

        var close = content[..Math.Min(content.Length, 16)].IndexOf(']');
        if (close < 0 || (close + 1 < content.Length && !char.IsWhiteSpace(content[close + 1])))
        {
            return default;
        }

        var inside = content[1..close].Trim();
        if (inside.IsEmpty)
        {
            return (" ", new Extent(line.Start, close + 1));
        }

        var isOneSymbol =
            StringInfo.GetNextTextElementLength(inside) == inside.Length
            && (inside is "x" or "X" || !char.IsLetterOrDigit(inside[0]));
        return isOneSymbol ? (inside.ToString(), new Extent(line.Start, close + 1)) : default;
    }

    /// <summary>Returns the status of a symbol; null for an unknown one.</summary>
    public static Status? StatusOf(string symbol) => StatusWords.OfBox(symbol);
}

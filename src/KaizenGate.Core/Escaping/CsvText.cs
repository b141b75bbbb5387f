using System.Buffers;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Cells of a CSV file. Spreadsheets run text that starts with <c>= + - @</c>, a tab or a line break as a formula, unless an
/// apostrophe precedes it.
/// </summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("\",;\t\r\n");

    /// <summary>Returns a cell that is never a formula, quoted if necessary.</summary>
    public static string Cell(string text)
    {
        var visible = VisibleText.Of(text);
        var inert = IsFormula(visible) ? $"'{visible}" : visible;
        return inert.AsSpan().ContainsAny(Separators) || inert.Length != inert.Trim().Length
            ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : inert;
    }

    /// <summary>Returns the text of such a cell.</summary>
    public static string Read(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..]) ? cell[1..] : cell;

    // Spreadsheets skip leading spaces, and accept full-width signs.
    private static bool IsFormula(string text) =>
        text.AsSpan().TrimStart() is [('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'), ..];
}

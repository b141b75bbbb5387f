using System.Buffers;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Cells of a CSV file. Spreadsheets take what begins with one of <c>= + - @</c>, a tab or a line break for a formula and run
/// it; an apostrophe before it makes it text.
/// </summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("\",;\t\r\n");

    /// <summary>A cell of foreign text: never a formula, quoted where it has to be.</summary>
    public static string Cell(string text)
    {
        var visible = VisibleText.Of(text);
        var inert = IsFormula(visible) ? $"'{visible}" : visible;
        return inert.AsSpan().ContainsAny(Separators) || inert.Length != inert.Trim().Length
            ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : inert;
    }

    /// <summary>The text of a cell that was made so.</summary>
    public static string Read(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..]) ? cell[1..] : cell;

    // Spreadsheets pass over blanks at the start, and know the full-width signs.
    private static bool IsFormula(string text) =>
        text.AsSpan().TrimStart() is [('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'), ..];
}

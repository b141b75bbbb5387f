using System.Text;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its cells, without enclosing quotation marks.</param>
/// <param name="Place">The place of its first line.</param>
internal readonly record struct CsvRow(ImmutableArray<string> Cells, LinePlace Place);

/// <summary>
/// Reads separated values as in RFC 4180, with line breaks in quotation marks. The separator is that of the first line: a comma, a
/// semicolon or a tab.
/// </summary>
internal static class CsvRows
{
    /// <param name="text">The text.</param>
    /// <param name="original">Its lines.</param>
    /// <param name="unclosed">The offset of a quotation mark that is not closed; null for none.</param>
    public static List<CsvRow> Read(string text, OriginalLines original, out int? unclosed)
    {
        var separator = SeparatorOf(original[0]);
        var rows = new List<CsvRow>();
        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        unclosed = null;
        for (var (at, start) = (0, 0); at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '"' && cell.Length == 0)
            {
                if (Quoted(text, at, cell) is not { } end)
                {
                    unclosed = at;
                    return rows;
                }

                at = end;
            }
            else if (at == text.Length || text[at] is '\n' or '\r' || text[at] == separator)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (at == text.Length || text[at] != separator)
                {
                    if (cells.Any(one => one.Length > 0))
                    {
                        rows.Add(new CsvRow(cells.ToImmutable(), original.PlaceOf(start)));
                    }

                    cells.Clear();
                    start = at + 1;
                }
            }
            else
            {
                cell.Append(text[at]);
            }
        }

        return rows;
    }

    /// <summary>Adds a cell in quotation marks; returns the offset of the last one, or null when it is missing.</summary>
    private static int? Quoted(string text, int start, StringBuilder cell)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                return at;
            }
        }

        return null;
    }

    private static char SeparatorOf(ReadOnlySpan<char> header)
    {
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';'
            : tabs > commas ? '\t'
            : ',';
    }
}

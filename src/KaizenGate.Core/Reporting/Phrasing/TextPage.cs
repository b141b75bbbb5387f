using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Lines in blocks with one empty line between them.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="color">Whether to use colours: only the 16 that users of every terminal can configure.</param>
internal sealed class TextPage(TextWriter writer, bool color)
{
    /// <summary>The width of the widest label, "not evaluated", and two spaces.</summary>
    private const int LabelWidth = 15;

    private bool isBlockOpen;
    private bool isEmpty = true;

    /// <summary>Separates the next line from the previous one.</summary>
    public void EndBlock() => isBlockOpen = false;

    /// <summary>Writes rows in aligned columns: the first row is the header, numeric columns are aligned to the right, and the last column is not padded.</summary>
    public void Table(List<string[]> rows, params string[] numericColumns)
    {
        var header = rows[0];
        var widths = header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var line = $"  {string.Join("  ", row.Select(Pad))}";
            Line(row == header ? Dim(line) : line);
        }

        string Pad(string cell, int column) =>
            column == header.Length - 1 ? cell
            : numericColumns.Contains(header[column]) ? cell.PadLeft(widths[column])
            : cell.PadRight(widths[column]);
    }

    /// <summary>Writes a line with a label in a column of its own; nothing when the text is null.</summary>
    public void Labelled(string label, string? text)
    {
        if (text is not null)
        {
            Line($"{Dim(label.PadRight(LabelWidth))}{text}");
        }
    }

    public void Line(string line)
    {
        if (!isBlockOpen && !isEmpty)
        {
            writer.WriteLine();
        }

        writer.WriteLine(line);
        isBlockOpen = true;
        isEmpty = false;
    }

    public string Dim(string text) => Sgr("2", text);

    public string Bold(string text) => Sgr("1", text);

    public string Of(Severity severity, string text) =>
        severity switch
        {
            Severity.Error => Sgr("1;31", text),
            Severity.Warning => Sgr("33", text),
            _ => Sgr("36", text),
        };

    public string Of(Outcome outcome, string text) => Sgr(outcome is Outcome.Pass ? "1;32" : "1;31", text);

    private string Sgr(string code, string text) => color && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}

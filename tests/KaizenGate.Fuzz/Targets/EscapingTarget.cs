using System.Text;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Escapes a text in every way.</summary>
internal static class EscapingTarget
{
    public static int Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        Printed.MustBeInert($"  {LogText.Path(text)}", "a path");
        Printed.MustBeInert($"- {LogText.Of(text)}", "a line");
        Printed.MustBeInert($"- {LogText.Message(text)}", "a message");
        Printed.MustBeInert(MarkdownText.Of(text).Replace("##", "", StringComparison.Ordinal), "markdown");
        var html = new StringBuilder();
        HtmlText.Append(html, text);
        BrokenInvariantException.Unless(
            html.ToString().IndexOfAny(['<', '>', '"', '\'']) < 0,
            $"markup in HTML: {html}"
        );
        var cell = CsvText.Cell(text);
        BrokenInvariantException.Unless(
            Unquoted(cell).TrimStart() is not ['=' or '+' or '-' or '@', ..],
            $"a formula in CSV: {cell}"
        );
        return 0;
    }

    private static string Unquoted(string cell) =>
        cell.Length > 1 && cell[0] == '"' ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;
}

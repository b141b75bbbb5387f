using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Metrics;

/// <summary>Comma-separated values as in RFC 4180, with any line breaks.</summary>
internal static class CsvTable
{
    /// <summary>Returns the rows that are not empty; their cells without enclosing quotation marks.</summary>
    /// <exception cref="InputException">A quotation mark is not closed.</exception>
    public static List<ImmutableArray<(string Text, SourceSpan Span)>> Read(SourceFile file, string text)
    {
        var lines = new LineMap(text);
        var rows = new List<ImmutableArray<(string Text, SourceSpan Span)>>();
        var cells = ImmutableArray.CreateBuilder<(string Text, SourceSpan Span)>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var content =
                text[at] != '"'
                    ? Plain(text, ref at)
                    : Quoted(text, ref at)
                        ?? throw MetricFiles.Error(
                            file,
                            lines.Span(start, 1),
                            "this quotation mark is not closed",
                            "Close it, and double quotation marks inside a cell"
                        );
            cells.Add((content, lines.Span(start, at - start)));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at < text.Length && text[at] is not ('\n' or '\r'))
                {
                    continue;
                }

                cells.Add(("", lines.Span(at, 0)));
            }

            if (cells.Any(cell => cell.Text.Length > 0))
            {
                rows.Add(cells.ToImmutable());
            }

            cells.Clear();
            at += text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;
        }

        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        var length = text.AsSpan(start).IndexOfAny(',', '\n', '\r');
        at = length < 0 ? text.Length : start + length;
        return text[start..at].Trim();
    }

    /// <summary>Reads a quoted cell and any text up to the next comma or line break; null when it is not closed.</summary>
    private static string? Quoted(string text, ref int at)
    {
        var content = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                content.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                content.Append(text[at++]);
            }
            else
            {
                at++;
                return content.Append(Plain(text, ref at).Replace(" ", "").Replace("\t", "")).ToString();
            }
        }

        return null;
    }
}

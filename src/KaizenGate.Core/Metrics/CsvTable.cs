using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Metrics;

/// <param name="Text">The text without enclosing quotation marks.</param>
/// <param name="Span">Its place in the file.</param>
internal readonly record struct CsvCell(string Text, SourceSpan Span);

/// <summary>Comma-separated values as in RFC 4180, with any line breaks.</summary>
internal static class CsvTable
{
    /// <summary>Returns the rows that are not empty.</summary>
    /// <exception cref="InputException">A quotation mark is not closed.</exception>
    public static List<ImmutableArray<CsvCell>> Read(SourceFile file, string text)
    {
        var rows = new List<ImmutableArray<CsvCell>>();
        var cells = ImmutableArray.CreateBuilder<CsvCell>();
        var (at, line, lineStart) = (0, 1, 0);
        while (at < text.Length)
        {
            var (start, startLine, startColumn) = (at, line, at - lineStart + 1);
            string content;
            if (text[at] == '"')
            {
                content = Quoted(file, text, ref at, ref line, ref lineStart, startColumn);
            }
            else
            {
                while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
                {
                    at++;
                }

                content = text[start..at].Trim();
            }

            cells.Add(new(content, new(start, at - start, startLine, startColumn, line, at - lineStart + 1)));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at < text.Length && text[at] is not ('\n' or '\r'))
                {
                    continue;
                }

                cells.Add(new("", SourceSpan.OnLine(at, 0, line, at - lineStart + 1)));
            }

            if (cells.Any(cell => cell.Text.Length > 0))
            {
                rows.Add(cells.ToImmutable());
            }

            cells.Clear();
            at = AfterLineEnd(text, at, ref line, ref lineStart);
        }

        return rows;
    }

    /// <summary>Reads a quoted cell and any text up to the next comma or line break.</summary>
    private static string Quoted(
        SourceFile file,
        string text,
        ref int at,
        ref int line,
        ref int lineStart,
        int startColumn
    )
    {
        var (start, startLine) = (at, line);
        var content = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                content.Append(text[at]);
                if (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n')))
                {
                    (line, lineStart) = (line + 1, at + 1);
                }
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                content.Append(text[at++]);
            }
            else
            {
                at++;
                while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
                {
                    content.Append(text[at] is ' ' or '\t' ? "" : text[at]);
                    at++;
                }

                return content.ToString();
            }
        }

        throw MetricFileError.At(
            file,
            SourceSpan.OnLine(start, 1, startLine, startColumn),
            "this quotation mark is not closed",
            "Close it, and double quotation marks inside a cell"
        );
    }

    private static int AfterLineEnd(string text, int at, ref int line, ref int lineStart)
    {
        if (at >= text.Length)
        {
            return at;
        }

        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        (line, lineStart) = (line + 1, at);
        return at;
    }
}

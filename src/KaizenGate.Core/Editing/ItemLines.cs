using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Rewrites the lines of an improvement for another place.</summary>
internal static class ItemLines
{
    /// <summary>Returns the lines as they are.</summary>
    public static string AsWritten(EditableBacklog document, Improvement item)
    {
        var (offset, length) = ItemBlock.Of(document, item);
        return document.Text.Substring(offset, length);
    }

    /// <summary>Moves the headings of a heading item to another level.</summary>
    public static string AtLevel(EditableBacklog document, Improvement item, int level)
    {
        var scope = ((HeadingSite)ItemSite.Of(document, item)).Scope;
        var (offset, length) = ItemBlock.Of(document, item);
        var block = document.Text.Substring(offset, length);
        if (scope.Level == level)
        {
            return block;
        }

        var edits = new List<TextEdit>();
        Shift(document, scope, level - scope.Level, offset, edits);
        return TextEdit.Apply(block, [.. edits]);
    }

    /// <summary>Turns a heading item into a list item: the heading becomes the first line, and the lines below become nested.</summary>
    public static string AsEntry(EditableBacklog document, Improvement item, string marker)
    {
        var scope = ((HeadingSite)ItemSite.Of(document, item)).Scope;
        var (offset, length) = ItemBlock.Of(document, item);
        var text = document.Text;
        var title = scope.Section!.Slice(scope.Heading!.Text).ToString();
        var body = Math.Min(offset + length, TextLines.NextStart(text, document.Outline.EndOfHeading(scope)));
        while (body < offset + length && TextLines.IsBlank(text, body))
        {
            body = TextLines.NextStart(text, body);
        }

        var before = text[offset..document.Outline.StartOf(scope)];
        var lines = new StringBuilder(before).Append(marker).Append(title);
        if (body < offset + length)
        {
            lines.Append(TextLines.LineBreakNear(text, body));
            Indented(lines, text, body, offset + length, "  ");
        }

        return lines.ToString();
    }

    /// <summary>Turns a list item into a heading item: the first line becomes the heading, and nested lines move below it.</summary>
    public static string AsHeading(EditableBacklog document, Improvement item, int level)
    {
        var site = (EntrySite)ItemSite.Of(document, item);
        var (offset, length) = ItemBlock.Of(document, item);
        var text = document.Text;
        var body = Math.Min(offset + length, TextLines.NextStart(text, site.Start));
        // Without the box of a task, which the section replaces.
        var title = text[site.Entry.Text.Start..TextLines.EndOf(text, site.Start)];
        var lines = new StringBuilder(text[offset..site.Start]).Append('#', level).Append(' ').Append(title.Trim());
        var newLine = TextLines.LineBreakNear(text, site.Start);
        var indent = -1;
        for (var start = body; start < offset + length; start = TextLines.NextStart(text, start))
        {
            if (TextLines.IsBlank(text, start))
            {
                lines.Append(indent < 0 ? "" : newLine);
                continue;
            }

            // The first nested line defines the indentation to remove.
            var indentation = TextLines.SkipSpaces(text, start) - start;
            lines.Append(newLine).Append(indent < 0 ? newLine : "");
            indent = indent < 0 ? indentation : indent;
            lines.Append(text[(start + Math.Min(indent, indentation))..TextLines.EndOf(text, start)]);
        }

        return lines.ToString();
    }

    /// <summary>Removes the indentation of a list item and replaces its marker.</summary>
    public static string Outdented(EditableBacklog document, Improvement item, char marker, string box)
    {
        var site = (EntrySite)ItemSite.Of(document, item);
        var (offset, length) = ItemBlock.Of(document, item);
        var text = document.Text;
        var indent = site.MarkerAt - site.Start;
        var lines = new StringBuilder();
        for (var start = offset; start < offset + length; start = TextLines.NextStart(text, start))
        {
            var cut = Math.Min(start + indent, TextLines.SkipSpaces(text, start));
            var end = Math.Min(offset + length, TextLines.NextStart(text, start));
            if (start != site.Start)
            {
                lines.Append(text, cut, end - cut);
                continue;
            }

            lines
                .Append(site.Bullet is null ? text[cut] : marker)
                .Append(text, cut + 1, site.ContentAt - cut - 1)
                .Append(box);
            lines.Append(text, site.ContentAt, end - site.ContentAt);
        }

        return lines.ToString();
    }

    private static void Indented(StringBuilder lines, string text, int start, int end, string indent)
    {
        while (start < end)
        {
            var next = Math.Min(end, TextLines.NextStart(text, start));
            lines.Append(TextLines.IsBlank(text, start) ? "" : indent).Append(text, start, next - start);
            start = next;
        }
    }

    private static void Shift(EditableBacklog document, Scope scope, int by, int offset, List<TextEdit> edits)
    {
        var start = document.Outline.StartOf(scope);
        var hashes = start + document.Text.AsSpan(start).IndexOfAnyExcept(' ');
        var level = Math.Clamp(scope.Level + by, 1, HeadingNode.LowestLevel);
        if (document.Text[hashes] == '#')
        {
            edits.Add(new TextEdit(hashes - offset, scope.Level, new string('#', level)));
        }
        else
        {
            // An underline has only two levels: replace it by number signs.
            var end = TextLines.EndOf(document.Text, scope.Heading!.Text.End);
            edits.Add(TextEdit.Insert(start - offset, $"{new string('#', level)} "));
            edits.Add(new TextEdit(end - offset, document.Outline.EndOfHeading(scope) - end, ""));
        }

        foreach (var child in scope.Children)
        {
            Shift(document, child, by, offset, edits);
        }
    }
}

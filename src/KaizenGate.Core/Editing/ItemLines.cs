using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>The lines of an improvement as they have to be at another place.</summary>
internal static class ItemLines
{
    /// <summary>A heading item with its headings moved to another level.</summary>
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
        return EditedText.Apply(block, [.. edits]);
    }

    /// <summary>A heading item as a list item: its heading becomes the entry's first line, and what stands below is nested in it.</summary>
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

    /// <summary>A list item as a heading item: its first line becomes the heading, and what is nested in it stands below.</summary>
    public static string AsHeading(EditableBacklog document, Improvement item, int level)
    {
        var site = (EntrySite)ItemSite.Of(document, item);
        var (offset, length) = ItemBlock.Of(document, item);
        var text = document.Text;
        var body = Math.Min(offset + length, TextLines.NextStart(text, site.Start));
        // Behind the box of a task, which the section stands for now.
        var title = text[site.Section.Place(site.Entry.Text).Start..TextLines.EndOf(text, site.Start)];
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

            var content = start;
            while (text[content] is ' ' or '\t')
            {
                content++;
            }

            // What stands first below is no longer nested; what is nested in that still is.
            lines.Append(newLine).Append(indent < 0 ? newLine : "");
            indent = indent < 0 ? content - start : indent;
            lines.Append(
                text,
                start + Math.Min(indent, content - start),
                TextLines.EndOf(text, start) - start - Math.Min(indent, content - start)
            );
        }

        return lines.ToString();
    }

    /// <summary>A list item without the indentation that it had, behind another marker.</summary>
    public static string Outdented(EditableBacklog document, Improvement item, char marker, string box)
    {
        var site = (EntrySite)ItemSite.Of(document, item);
        var (offset, length) = ItemBlock.Of(document, item);
        var text = document.Text;
        var indent = site.MarkerAt - site.Start;
        var lines = new StringBuilder();
        for (var start = offset; start < offset + length; start = TextLines.NextStart(text, start))
        {
            var cut = start;
            while (cut < start + indent && cut < text.Length && text[cut] is ' ' or '\t')
            {
                cut++;
            }

            var end = Math.Min(offset + length, TextLines.NextStart(text, start));
            if (start != site.Start)
            {
                lines.Append(text, cut, end - cut);
                continue;
            }

            var sign = text[cut] is '-' or '*' or '+' ? marker : text[cut];
            lines.Append(sign).Append(text, cut + 1, site.ContentAt - cut - 1).Append(box);
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
        var signs = start;
        while (document.Text[signs] is ' ')
        {
            signs++;
        }

        // An underlined heading has only two levels: it is written with signs then.
        var isUnderlined = document.Text[signs] != '#';
        var level = Math.Clamp(scope.Level + by, 1, HeadingNode.LowestLevel);
        if (!isUnderlined)
        {
            edits.Add(new TextEdit(signs - offset, scope.Level, new string('#', level)));
        }
        else
        {
            var end = TextLines.EndOf(document.Text, scope.Section!.Place(scope.Heading!.Text).End);
            edits.Add(TextEdit.Insert(start - offset, $"{new string('#', level)} "));
            edits.Add(new TextEdit(end - offset, document.Outline.EndOfHeading(scope) - end, ""));
        }

        foreach (var child in scope.Children)
        {
            Shift(document, child, by, offset, edits);
        }
    }
}

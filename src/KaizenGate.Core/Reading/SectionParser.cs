using KaizenGate.Backlogs;
using Markdig.Helpers;
using Markdig.Syntax;

namespace KaizenGate.Reading;

/// <summary>Reads one section on its own: Markdig's blocks become the few kinds of node that a backlog is made of.</summary>
internal sealed class SectionParser(Labels labels)
{
    /// <exception cref="ArgumentException">The nesting is deeper than Markdig allows.</exception>
    public SectionContent Parse(string text)
    {
        var comments = new List<Extent>();
        var nodes = new List<Node>();
        Read(MarkdownBlocks.Parse(text), text, nodes, comments);
        return new SectionContent(text, nodes, comments);
    }

    private void Read(ContainerBlock container, string text, List<Node> nodes, List<Extent> comments)
    {
        for (var index = 0; index < container.Count; index++)
        {
            switch (container[index])
            {
                case HeadingBlock heading when heading.Lines.Count > 0:
                    nodes.Add(new HeadingNode(heading.Level, ExtentOf(heading.Lines.Lines[0].Slice, text)));
                    break;
                case ListBlock list:
                    foreach (var item in list)
                    {
                        nodes.Add(Entry((ListItemBlock)item, list.IsOrdered, text, comments));
                    }

                    break;
                case ParagraphBlock paragraph:
                    Paragraph(LinesOf(paragraph, text), IsUnderlined(container, index), text, nodes, comments);
                    break;
                case HtmlBlock html:
                    FindComments(new Extent(html.Span.Start, html.Span.Length), text, comments);
                    break;
            }
        }
    }

    private EntryNode Entry(ListItemBlock item, bool isOrdered, string text, List<Extent> comments)
    {
        var children = new List<Node>();
        var first = new Extent(item.Span.Start, 0);
        if (item.Count > 0 && item[0] is ParagraphBlock paragraph)
        {
            var lines = LinesOf(paragraph, text);
            first = lines[0];
            Paragraph(lines[1..], false, text, children, comments);
            FindComments(first, text, comments);
            item.RemoveAt(0);
        }

        Read(item, text, children, comments);
        var (box, boxExtent) = CheckBox.Read(text, first);
        if (box is not null)
        {
            first = Extent.Trimmed(text, boxExtent.End, first.End);
        }

        return new EntryNode
        {
            IsOrdered = isOrdered,
            Box = box,
            BoxExtent = boxExtent,
            Text = first,
            Fields = FieldLine.Read(text, first, labels),
            Children = children,
        };
    }

    private void Paragraph(List<Extent> lines, bool isUnderlined, string text, List<Node> nodes, List<Extent> comments)
    {
        var index = 0;
        while (index < lines.Count)
        {
            if (TableLines.Read(text, lines, index) is { } table)
            {
                nodes.Add(table);
                index += table.Rows.Count + 2;
                continue;
            }

            FindComments(lines[index], text, comments);
            var fields = FieldLine.Read(text, lines[index], labels);
            if (IsHeadingUnderline(text, lines, index + 1) && fields.Count == 0)
            {
                nodes.Add(new HeadingNode(1, lines[index]));
                index += 2;
                continue;
            }

            // A rule right below a text makes it a heading; below fields it is meant as a rule.
            nodes.Add(
                isUnderlined && lines.Count == 1 && fields.Count == 0
                    ? new HeadingNode(2, lines[index])
                    : new LineNode(lines[index], fields)
            );
            index++;
        }
    }

    private static bool IsUnderlined(ContainerBlock container, int index) =>
        index + 1 < container.Count
        && container[index + 1] is ThematicBreakBlock { ThematicChar: '-' } rule
        && container[index] is ParagraphBlock paragraph
        && rule.Line == paragraph.Lines.Lines[paragraph.Lines.Count - 1].Line + 1;

    private static bool IsHeadingUnderline(string text, List<Extent> lines, int index) =>
        index == 1 && index < lines.Count && lines[index].In(text).Trim('=').IsEmpty && lines[index].Length > 0;

    private static List<Extent> LinesOf(LeafBlock block, string text)
    {
        var lines = new List<Extent>(block.Lines.Count);
        for (var index = 0; index < block.Lines.Count; index++)
        {
            lines.Add(ExtentOf(block.Lines.Lines[index].Slice, text));
        }

        return lines;
    }

    private static Extent ExtentOf(StringSlice slice, string text) => Extent.Trimmed(text, slice.Start, slice.End + 1);

    private static void FindComments(Extent extent, string text, List<Extent> comments)
    {
        var position = extent.Start;
        while (position < extent.End)
        {
            var start = text.AsSpan(position, extent.End - position).IndexOf("<!--");
            if (start < 0)
            {
                return;
            }

            start += position;
            var end = text.AsSpan(start, extent.End - start).IndexOf("-->");
            if (end < 0)
            {
                return;
            }

            comments.Add(new Extent(start, end + 3));
            position = start + end + 3;
        }
    }
}

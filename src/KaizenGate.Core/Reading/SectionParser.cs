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
        Read(MarkdownBlocks.Parse(text), 0, text, nodes, comments);
        return new SectionContent(text, nodes, comments);
    }

    private void Read(ContainerBlock container, int from, string text, List<Node> nodes, List<Extent> comments)
    {
        for (var index = from; index < container.Count; index++)
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
                    Paragraph(LinesOf(paragraph, text, 0), text, nodes, comments);
                    break;
                case HtmlBlock html:
                    FindComments(new Extent(html.Span.Start, html.Span.Length), text, comments);
                    break;
            }
        }
    }

    private EntryNode Entry(ListItemBlock item, bool isOrdered, string text, List<Extent> comments)
    {
        IReadOnlyList<Node> children = [];
        var first = new Extent(item.Span.Start, 0);
        var paragraph = item.Count > 0 ? item[0] as ParagraphBlock : null;
        if (paragraph is not null)
        {
            first = ExtentOf(paragraph.Lines.Lines[0].Slice, text);
            FindComments(first, text, comments);
        }

        if (item.Count > 1 || paragraph is null or { Lines.Count: > 1 })
        {
            var nodes = new List<Node>();
            if (paragraph is not null)
            {
                Paragraph(LinesOf(paragraph, text, 1), text, nodes, comments);
            }

            Read(item, paragraph is null ? 0 : 1, text, nodes, comments);
            children = nodes;
        }

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

    private void Paragraph(List<Extent> lines, string text, List<Node> nodes, List<Extent> comments)
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
            var level = index + 1 < lines.Count ? UnderlineLevel(lines[index + 1].In(text)) : 0;
            if (level == 0)
            {
                nodes.Add(new LineNode(lines[index], fields));
                index++;
                continue;
            }

            // A line right above a rule is a heading; fields, or the last line of a longer text, are not meant as one.
            nodes.Add(
                index == 0 && fields.Count == 0
                    ? new HeadingNode(level, lines[index])
                    : new LineNode(lines[index], fields)
            );
            index += 2;
        }
    }

    /// <summary>The level of the heading that a line of = or - makes of the line above; 0 for any other line.</summary>
    private static int UnderlineLevel(ReadOnlySpan<char> line) =>
        line.IsEmpty ? 0
        : line.Trim('=').IsEmpty ? 1
        : line.Trim('-').IsEmpty ? 2
        : 0;

    private static List<Extent> LinesOf(LeafBlock block, string text, int from)
    {
        var lines = new List<Extent>(block.Lines.Count);
        for (var index = from; index < block.Lines.Count; index++)
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

using System.Runtime.InteropServices;
using Markdig.Helpers;
using Markdig.Syntax;

namespace KaizenGate.Core.Reading;

/// <summary>Parses one section into the nodes that a backlog consists of.</summary>
internal sealed class SectionParser
{
    private readonly string text;
    private readonly int end;
    private readonly Labels labels;
    private List<Extent>? comments;
    private Conventions conventions;

    /// <summary>The end of the last line that was read.</summary>
    private int lastEnd;

    /// <summary>How many list items the current block is in.</summary>
    private int depth;
    private bool isTooDeep;

    private SectionParser(string text, TextSection section, Labels labels)
    {
        (this.text, this.labels) = (text, labels);
        end = section.Offset + section.Length;
        conventions = new(false, 0, 0, DateForms.OrderIn(text.AsSpan(section.Offset, section.Length)));
    }

    /// <summary>Returns the content of a section, with its place in the text; null when it is nested too deeply.</summary>
    public static SectionContent? Parse(string text, TextSection section, Labels labels)
    {
        var parser = new SectionParser(text, section, labels);
        using var blocks = MarkdownBlocks.Parse(text, section);
        var nodes = new List<Node>(blocks.Document.Sum(block => block is ListBlock list ? list.Count : 1));
        parser.Read(blocks.Document, 0, nodes);
        return parser.isTooDeep
            ? null
            : new SectionContent(nodes, parser.comments ?? (IReadOnlyList<Extent>)[], parser.conventions);
    }

    private void Read(ContainerBlock container, int from, List<Node> nodes)
    {
        for (var index = from; index < container.Count; index++)
        {
            switch (container[index])
            {
                case Markdig.Syntax.HeadingBlock heading when heading.Lines.Count > 0:
                    nodes.Add(new HeadingNode(heading.Level, ExtentOf(heading.Lines.Lines[0])));
                    break;
                case ListBlock list:
                    foreach (var item in list)
                    {
                        nodes.Add(Entry((ListItemBlock)item, list.IsOrdered, nodes));
                    }

                    break;
                case ParagraphBlock paragraph:
                    Paragraph(paragraph, 0, nodes);
                    break;
                case TableBlock table:
                    var node = TableLines.Read(text, LinesOf(table));
                    conventions = conventions.With(Of(node));
                    nodes.Add(node);
                    break;
                case HtmlBlock html:
                    FindComments(new Extent(html.Span.Start, html.Span.Length));
                    break;
            }
        }
    }

    /// <param name="item">The list item.</param>
    /// <param name="isOrdered">Whether its list is.</param>
    /// <param name="room">A list whose end the nodes in the item need for a while.</param>
    private EntryNode Entry(ListItemBlock item, bool isOrdered, List<Node> room)
    {
        System.Collections.Immutable.ImmutableArray<Node> children = [];
        var first = new Extent(item.Span.Start, 0);
        var paragraph = item.Count > 0 ? item[0] as ParagraphBlock : null;
        if (paragraph is not null)
        {
            first = ExtentOf(paragraph.Lines.Lines[0]);
            FindComments(first);
            conventions = conventions.With(StatedScale.OfLine(first.In(text)));
        }
        else if (item is [TableBlock table, ..] && HeaderWithBox(table) is { } header)
        {
            first = header;
        }

        if (item.Count > 1 || paragraph is null or { Lines.Count: > 1 })
        {
            var start = room.Count;
            if (paragraph is not null)
            {
                Paragraph(paragraph, 1, room);
            }

            depth++;
            isTooDeep |= depth > Nesting.MaxDepth;
            if (!isTooDeep)
            {
                Read(item, paragraph is null ? 0 : 1, room);
            }

            depth--;
            children = [.. CollectionsMarshal.AsSpan(room)[start..]];
            room.RemoveRange(start, room.Count - start);
        }

        var (box, boxExtent) = CheckBox.Read(text, first, labels);
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
            Whole = WholeLines(item),
            Fields = Fields(first),
            Children = children,
        };
    }

    private Extent? HeaderWithBox(TableBlock table)
    {
        var header = ExtentOf(table.Lines.Lines[0]);
        return CheckBox.Read(text, header, labels).Symbol is null ? null : header;
    }

    private void Paragraph(ParagraphBlock paragraph, int from, List<Node> nodes)
    {
        var index = from;
        while (index < paragraph.Lines.Count)
        {
            var line = ExtentOf(paragraph.Lines.Lines[index]);
            FindComments(line);
            conventions = conventions.With(StatedScale.OfLine(line.In(text)));
            var fields = Fields(line);
            var level =
                index + 1 < paragraph.Lines.Count
                    ? UnderlineLevel(ExtentOf(paragraph.Lines.Lines[index + 1]).In(text))
                    : 0;
            if (level == 0)
            {
                nodes.Add(new LineNode(line, fields));
                index++;
                continue;
            }

            // An underlined first line is a heading. Fields and later lines of a paragraph above a thematic break are not.
            nodes.Add(index == from && fields.IsEmpty ? new HeadingNode(level, line) : new LineNode(line, fields));
            index += 2;
        }
    }

    private System.Collections.Immutable.ImmutableArray<FieldText> Fields(Extent line)
    {
        var fields = FieldLine.Read(text, line, labels);
        foreach (var field in fields)
        {
            var isSize = field.Definition == FieldCatalog.Effort && LevelWords.IsSize(field.Value.In(text));
            conventions = conventions.With(
                StatedScale.OfLabel(field.Definition, field.LabelExtent.In(text)) with
                {
                    EffortsAreSizes = isSize,
                }
            );
        }

        return fields;
    }

    /// <summary>Returns what the headers and the efforts of a table show.</summary>
    private Conventions Of(TableNode table)
    {
        Conventions shown = default;
        for (var column = 0; column < table.Header.Count; column++)
        {
            var header = table.Header[column].In(text);
            if (labels.TryFind(header, out var name) && name.Kind is FieldKind.Rating)
            {
                shown = shown.With(StatedScale.OfLabel(name, header)) with
                {
                    EffortsAreSizes =
                        shown.EffortsAreSizes
                        || (
                            name == FieldCatalog.Effort
                            && table.Rows.Any(row => column < row.Count && LevelWords.IsSize(row[column].In(text)))
                        ),
                };
            }
        }

        return shown;
    }

    /// <summary>Returns the level of an underlined heading by its line of = or -; 0 for any other line.</summary>
    private static int UnderlineLevel(ReadOnlySpan<char> line) =>
        line.IsEmpty ? 0
        : line.Trim('=').IsEmpty ? 1
        : line.Trim('-').IsEmpty ? 2
        : 0;

    private List<Extent> LinesOf(TableBlock block)
    {
        var lines = new List<Extent>(block.Lines.Count);
        for (var index = 0; index < block.Lines.Count; index++)
        {
            lines.Add(ExtentOf(block.Lines.Lines[index]));
        }

        return lines;
    }

    private Extent ExtentOf(StringLine line)
    {
        var slice = line.Slice;
        if (!ReferenceEquals(slice.Text, text))
        {
            // Markdig copies the rest of a line from the middle of a tab on, with spaces for the tab.
            var copy = slice.AsSpan().TrimStart();
            var tab = text.IndexOf('\t', line.Position);
            var start = text.IndexOf(copy.ToString(), tab, StringComparison.Ordinal);
            slice = new StringSlice(text, start, start + copy.Length - 1);
        }

        lastEnd = Math.Max(lastEnd, slice.End + 1);
        return Extent.Trimmed(text, slice.Start, slice.End + 1);
    }

    /// <summary>
    /// Returns all lines of the list item that was just read. Its own span excludes continuation lines without indentation and can
    /// include blank lines below.
    /// </summary>
    private Extent WholeLines(ListItemBlock item)
    {
        var start = text.AsSpan(0, item.Span.Start).LastIndexOfAny('\r', '\n') + 1;
        var end = Math.Min(this.end, Math.Max(item.Span.End + 1, lastEnd));
        end = item.Span.Start + text.AsSpan(item.Span.Start, end - item.Span.Start).TrimEnd().Length;
        var rest = text.AsSpan(end, this.end - end).IndexOfAny('\r', '\n');
        return new Extent(start, (rest < 0 ? this.end : end + rest) - start);
    }

    private void FindComments(Extent extent)
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

            (comments ??= []).Add(new Extent(start, end + 3));
            position = start + end + 3;
        }
    }
}

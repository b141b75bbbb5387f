using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading.GitHub;

/// <summary>What the reader's Markdown layer finds in a text. Lines count from 1.</summary>
internal sealed class ReaderView
{
    /// <summary>The lines of list items with a check box.</summary>
    public SortedSet<int> Boxes { get; } = [];

    /// <summary>The lines of rows, without headers.</summary>
    public SortedSet<int> Rows { get; } = [];

    /// <summary>The lines of headings that begin with # and are not indented.</summary>
    public SortedSet<int> Headings { get; } = [];

    public static ReaderView Of(string text)
    {
        var view = new ReaderView();
        var lines = new LineMap(text);
        foreach (var cut in SectionCutter.Cut(lines, text.Length).Sections)
        {
            var start = lines.Span(cut.Offset, 0).Line;
            if (GrammarView.Heading().IsMatch(lines.Line(start - 1)))
            {
                view.Headings.Add(start);
            }

            var section = SectionParser.Parse(text, cut, new Labels(ReadingOptions.Default));
            view.Add(section!.Nodes, offset => lines.Span(offset, 0).Line);
        }

        return view;
    }

    private void Add(IReadOnlyList<Node> nodes, Func<int, int> lineOf)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case EntryNode entry:
                    if (entry.Box is not null)
                    {
                        Boxes.Add(lineOf(entry.BoxExtent.Start));
                    }

                    Add(entry.Children, lineOf);
                    break;
                case TableNode table:
                    Rows.UnionWith(table.Rows.Select(row => lineOf(row[0].Start)));
                    break;
            }
        }
    }
}

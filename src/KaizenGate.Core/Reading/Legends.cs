namespace KaizenGate.Core.Reading;

/// <summary>Finds the legend of a document: a section of its own, or a line that defines marks.</summary>
internal static class Legends
{
    /// <summary>The maximum number of lines that are searched for a legend: it is near the start.</summary>
    private const int MostLines = 200;

    public static Legend? Of(Scope root)
    {
        var lines = new List<string>();
        var remaining = MostLines;
        Collect(root, lines, ref remaining);
        return lines.Count == 0 ? null : Legend.Read(lines);
    }

    private static void Collect(Scope scope, List<string> lines, ref int remaining)
    {
        var isLegend = (scope.Meaning.Topics & SectionTopics.Legend) != 0;
        foreach (var (section, node) in scope.Content)
        {
            if (isLegend)
            {
                lines.AddRange(LinesOf(node, section));
            }
            else if (
                remaining-- > 0
                && node is LineNode or EntryNode
                && section.Slice(TextOf(node)) is var text
                && text.ContainsAnyExceptInRange('\0', '\u1FFF') | text.Contains('[')
                && Legend.IsLegend(text)
            )
            {
                lines.Add(text.ToString());
            }
        }

        foreach (var child in scope.Children)
        {
            Collect(child, lines, ref remaining);
        }
    }

    private static IEnumerable<string> LinesOf(Node node, SectionText section) =>
        node switch
        {
            TableNode table => table
                .Rows.Where(row => row.Count > 0)
                .Select(row => string.Join(" = ", row.Select(cell => PlainText.Of(section.Slice(cell))))),
            EntryNode entry => entry
                .Children.SelectMany(child => LinesOf(child, section))
                .Prepend(section.Slice(TextOf(entry)).ToString()),
            LineNode line => [section.Slice(line.Text).ToString()],
            _ => [],
        };

    /// <summary>The text of a line or an entry with its check box, which a legend can be about.</summary>
    private static Extent TextOf(Node node) =>
        node switch
        {
            LineNode line => line.Text,
            EntryNode { Box: null } entry => entry.Text,
            EntryNode entry => new Extent(entry.BoxExtent.Start, entry.Text.End - entry.BoxExtent.Start),
            _ => default,
        };
}

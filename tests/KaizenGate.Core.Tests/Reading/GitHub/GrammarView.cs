using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading.GitHub;

/// <summary>What GitHub's grammar finds in a text. Lines count from 1.</summary>
internal sealed partial class GrammarView
{
    private readonly int linesBefore;

    private GrammarView(IReadOnlyList<string> lines, int linesBefore) =>
        (Lines, this.linesBefore) = (lines, linesBefore);

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The lines of list items with a check box.</summary>
    public SortedSet<int> Boxes { get; } = [];

    /// <summary>The lines where list items begin.</summary>
    public SortedSet<int> Items { get; } = [];

    /// <summary>The lines of rows, without headers.</summary>
    public SortedSet<int> Rows { get; } = [];

    /// <summary>The lines of headings that begin with # and are not indented.</summary>
    public SortedSet<int> Headings { get; } = [];

    /// <summary>The lines of code blocks and HTML blocks, which include comments.</summary>
    public SortedSet<int> Hidden { get; } = [];

    /// <summary>The lines of quotes.</summary>
    public SortedSet<int> Quotes { get; } = [];

    /// <summary>The rows of tables whose header and delimiter row contain no pipe.</summary>
    public SortedSet<int> WithoutPipes { get; } = [];

    /// <summary>The lines after an indented header that continues the paragraph of a list item without being in it.</summary>
    public SortedSet<int> AfterLazyHeaders { get; } = [];

    /// <summary>Collects the parts of an element.</summary>
    /// <param name="linesBefore">The number of lines before the first of <paramref name="lines"/>.</param>
    public static GrammarView Of(XElement root, IReadOnlyList<string> lines, int linesBefore)
    {
        var view = new GrammarView(lines, linesBefore);
        foreach (var element in root.Descendants())
        {
            view.Add(element);
        }

        return view;
    }

    /// <summary>Returns the lines that match.</summary>
    public IEnumerable<int> LineNumbers(Regex pattern) =>
        Lines.Index().Where(line => pattern.IsMatch(line.Item)).Select(line => line.Index + 1);

    private void Add(XElement element)
    {
        var (first, last) = Place(element);
        switch (element.Name.LocalName)
        {
            case "tasklist":
                Boxes.Add(first);
                Items.Add(first);
                break;
            case "item":
                Items.Add(first);
                break;
            case "table_row":
                Rows.Add(first);
                break;
            case "heading" when Heading().IsMatch(Line(first)):
                Headings.Add(first);
                break;
            case "table":
                AddTable(last - element.Elements().Count(child => child.Name.LocalName == "table_row"), last);
                break;
            case "block_quote":
                Quotes.UnionWith(Enumerable.Range(first, last - first + 1));
                break;
            case "code_block" or "html_block":
                Hidden.UnionWith(Enumerable.Range(ContentStart(element, first), element.Value.Count(c => c == '\n')));
                break;
        }
    }

    /// <summary>
    /// Returns where the content of a block begins: in a fence on the next line. The last line of a block is unreliable.
    /// </summary>
    private int ContentStart(XElement element, int first)
    {
        var content = element.Value.Split('\n')[0].Trim();
        var isOnFirstLine = content.Length > 0 && Line(first).TrimEnd().EndsWith(content, StringComparison.Ordinal);
        return element.Name.LocalName == "html_block" || isOnFirstLine ? first : first + 1;
    }

    private void AddTable(int delimiter, int last)
    {
        var header = Line(delimiter - 1);
        if (!$"{header}{Line(delimiter)}".Contains('|'))
        {
            WithoutPipes.UnionWith(Enumerable.Range(delimiter, last - delimiter + 1));
        }

        if (header.TrimStart() is ['|', ..] && TableLines.CountCells(header) != TableLines.CountCells(Line(delimiter)))
        {
            AfterLazyHeaders.UnionWith(Enumerable.Range(delimiter, Lines.Count - delimiter + 1));
        }
    }

    private string Line(int number) => number >= 1 && number <= Lines.Count ? Lines[number - 1] : "";

    private (int First, int Last) Place(XElement element)
    {
        var ends = element.Attribute("sourcepos")?.Value.Split('-') ?? ["0:0", "0:0"];
        return (Number(ends[0]), Number(ends[1]));

        int Number(string end) => int.Parse(end.Split(':')[0], CultureInfo.InvariantCulture) - linesBefore;
    }

    /// <summary>A heading that begins with # and is not indented, outside code and HTML.</summary>
    [GeneratedRegex("^#{1,6}([ \t]|$)")]
    public static partial Regex Heading();
}

using System.Text.RegularExpressions;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading.GitHub;

/// <summary>A difference between the reader and GitHub's grammar that is on purpose.</summary>
/// <param name="Lines">The lines where they may differ, from 1.</param>
internal sealed partial record SettledDifference(string What, string Reason, Func<GrammarView, IEnumerable<int>> Lines)
{
    public static IReadOnlyList<SettledDifference> All { get; } =
    [
        new("boxes and rows in quotes", "a quote repeats what is written elsewhere", view => view.Quotes),
        new(
            "tables whose header and delimiter row have no pipe",
            "such text is not meant as a table of one column",
            view => view.WithoutPipes
        ),
        new(
            "text after a list marker that is indented too far",
            "Markdig lets an item of an open list begin at any indentation, as its author meant it",
            view =>
                view.LineNumbers(IndentedMarker())
                    .Except(view.Items)
                    .SelectMany(line => Enumerable.Range(line, view.Lines.Count - line + 1))
        ),
        new(
            "front matter",
            "GitHub removes it before it parses the rest",
            view => Enumerable.Range(1, SectionCutter.EndOfFrontMatter(new LineMap(string.Join('\n', view.Lines))))
        ),
        new(
            "text after a link reference definition",
            "the reader keeps definitions, so a list item that contains only one is not empty",
            view =>
                view.LineNumbers(Definition()).SelectMany(line => Enumerable.Range(line, view.Lines.Count - line + 1))
        ),
        new(
            "text after the header of a table in a lazy line",
            "cmark-gfm counts the indentation of such a line as a cell",
            view => view.AfterLazyHeaders
        ),
        new(
            "list items whose own line has no box",
            "cmark-gfm attributes a box in a lazy line of a nested quote to the list item around it",
            view => view.Boxes.Except(view.LineNumbers(Box()))
        ),
    ];

    /// <summary>A list marker after four columns or more.</summary>
    [GeneratedRegex(@"^( {0,3}\t| {4}).*([-*+]|[0-9][.)])\s")]
    private static partial Regex IndentedMarker();

    [GeneratedRegex(@"^[\s>*+-]*([0-9]+[.)]\s+)?\[[^\]]+\]:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[[ xX]\]")]
    private static partial Regex Box();
}

using CsCheck;

namespace KaizenGate.Core.Tests.Reading.GitHub;

/// <summary>The reader finds the boxes, rows and headings that GitHub renders, and none in code, comments or HTML.</summary>
public class GitHubGrammarTests
{
    private const int Batch = 200;

    /// <summary>Compares 1,000 texts, the same in each run; more with <c>CsCheck_Iter</c>.</summary>
    [Fact]
    public void Random_texts_are_read_as_on_GitHub()
    {
        CmarkGfm.Require();

        for (var first = 0; first < 10 * Check.Iter; first += Batch)
        {
            var texts = Enumerable
                .Range(first, Batch)
                .Select(number => RandomMarkdown.Text.Generate(new PCG(1, (ulong)number), null, out _))
                .ToList();
            foreach (var (text, github) in texts.Zip(CmarkGfm.Parse(texts)))
            {
                if (Difference(text, github) is not null)
                {
                    var shortest = Shorten(text);
                    Assert.Fail(Difference(shortest, CmarkGfm.ParseFile(shortest)) ?? Difference(text, github));
                }
            }
        }
    }

    [Fact]
    public void Backlogs_of_other_projects_are_read_as_on_GitHub()
    {
        CmarkGfm.Require();
        var folder = Repository.Shared is { } shared ? Path.Combine(shared, "corpus") : null;
        Assert.SkipUnless(Directory.Exists(folder), "the backlogs of other projects are not here");

        var differences = Directory
            .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            .Select(file => (file.Path, Difference: Difference(file.Text, CmarkGfm.ParseFile(file.Text))))
            .Where(file => file.Difference is not null)
            .Select(file => $"{file.Path}: {file.Difference}");

        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("- | a | b |\n  |---|---|\n  | c | d |\n", "", "3")] // A table can begin in the first line of a list item.
    [InlineData("- [ ] a | b\n  --|--\n  c | d\n", "1", "3")]
    [InlineData("| a |\n|---|\n2. [ ] b\n", "3", "")] // Only a paragraph needs 1 or a blank line before a list.
    [InlineData("text\n2. [ ] b\n", "", "")]
    [InlineData("| a |\n|---|\n| b |\n    | c |\n", "", "3")] // The last line is code.
    [InlineData("| a |\n|---|\n| b |\n</div>\n- [ ] c\n\n- [ ] d\n", "7", "3")] // HTML until the blank line.
    [InlineData("- a\n\n      - [ ] b\n", "", "")]
    [InlineData("-\t[ ] a\n\n\t- [x] b\n", "1 3", "")]
    [InlineData("1.\n    \n\n    - [ ] a\n", "", "")] // An empty item ends with a second blank line.
    [InlineData("1. ```\n   - [ ] a\n- [ ] b\n", "3", "")] // A fence ends with its list item.
    [InlineData("a | b\n--|--|--\nc | d\n", "", "3")] // Not a table on GitHub.
    [InlineData("a\n---\n2. [ ] b\n", "3", "")] // A heading ends at its underline.
    [InlineData("-\n  a\n\n  - [ ] b\n", "4", "")] // Only an item that is still empty ends at a blank line.
    [InlineData("a | b\n- | c\n\n  1. [ ] d\n", "4", "")] // A list item, not a delimiter row.
    public void Boxes_and_rows_are_found_by_line(string text, string boxes, string rows)
    {
        var view = ReaderView.Of(text);

        Assert.Equal((boxes, rows), (string.Join(' ', view.Boxes), string.Join(' ', view.Rows)));
    }

    /// <summary>Returns a text with a difference in which every line is necessary.</summary>
    private static string Shorten(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        for (var index = lines.Count - 1; index >= 2; index--)
        {
            List<string> fewer = [.. lines[..index], .. lines[(index + 1)..]];
            var shorter = string.Join('\n', fewer);
            if (Difference(shorter, CmarkGfm.ParseFile(shorter)) is not null)
            {
                lines = fewer;
                index = lines.Count;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Describes how the reader differs from GitHub; null when it does not.</summary>
    private static string? Difference(string text, GrammarView github)
    {
        var reader = ReaderView.Of(text);
        var settled = SettledDifference.All.SelectMany(one => one.Lines(github)).ToHashSet();
        (string What, IEnumerable<int> Lines)[] differences =
        [
            ("boxes that only GitHub finds", github.Boxes.Except(reader.Boxes)),
            ("rows that only GitHub finds", github.Rows.Except(reader.Rows)),
            ("headings that only GitHub finds", github.Headings.Except(reader.Headings)),
            ("headings that only the reader finds", reader.Headings.Except(github.Headings)),
            ("boxes in code or HTML", reader.Boxes.Intersect(github.Hidden)),
            ("rows in code or HTML", reader.Rows.Intersect(github.Hidden)),
        ];
        var found = differences
            .Select(one => (one.What, Lines: one.Lines.Except(settled).ToList()))
            .Where(one => one.Lines.Count > 0)
            .ToList();
        return found.Count == 0
            ? null
            : $"""
                {string.Join("; ", found.Select(one => $"{one.What}: lines {string.Join(", ", one.Lines)}"))}
                {string.Join(
                    '\n',
                    github.Lines.Select((line, index) => $"{index + 1, 3}: {line.Replace('\t', '→')}").Take(40)
                )}
                Differences on purpose: {string.Join(
                    "; ",
                    SettledDifference.All.Select(one => $"{one.What} ({one.Reason})")
                )}
                """;
    }
}

using System.Globalization;
using CsCheck;
using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Line by line a flat section is read as Markdig reads it.</summary>
public class FlatLinesTests
{
    private static readonly Labels Labels = new(ReadingOptions.Default);

    /// <summary>What lines begin with, mean, and end with, and what separates them.</summary>
    private static readonly string[] Pieces =
    [
        .. "#|##|#######|# |## A| |  |    |\t|-|- |* |+ |1. |2) |10. |-    |-     |- - |-\t".Split('|'),
        .. "Text|**Impact:** 8|Effort: L|[ ] |[x] |**|*a*|__b|_c_|***|---|___|* * *|=|===|#|>|> q".Split('|'),
        .. "`|```|````|``` md|~~~|<|<!-- c -->|<div>|</div>|:|0|2026-01-02|\\|&|é|\u00A0|\u3000|\u2028|\v|\f|🚀".Split(
            '|'
        ),
        "|",
        "| a | b |",
        "|---|:-:|",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\n- ",
        "\n## ",
        "\n* **Status:** Done",
    ];

    private static readonly Gen<string> Sections = Gen.Int[0, Pieces.Length - 1]
        .Select(index => Pieces[index])
        .Array[0, 14]
        .Select(string.Concat);

    [Fact]
    public void A_flat_section_is_read_as_Markdig_reads_it() =>
        Sections.Sample(section => FlatLines.Count(section) is null || IsReadAlike(section), iter: 200_000);

    [Fact]
    public void Pieces_make_flat_sections_often_enough()
    {
        var flat = 0;
        Sections
            .Where(section => section.Length > 20)
            .Sample(
                section =>
                {
                    if (FlatLines.Count(section) is not null)
                    {
                        Interlocked.Increment(ref flat);
                    }
                },
                iter: 5_000
            );
        Assert.True(flat > 250, $"{flat} of 5000");
    }

    [Theory]
    [InlineData("### [KZG-1] Title\n\n- **Impact:** 8/10\n- [x] task\n\nText\nmore\n")]
    [InlineData("## High\r\n\r\n1. one\r\n2. two\r\n\r\n---\r\n")]
    [InlineData("## Table\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")]
    [InlineData("## Code\n\n```sh\n- no item\n# no heading\n```\n* item")]
    public void What_backlogs_are_made_of_is_flat(string section)
    {
        Assert.NotNull(FlatLines.Count(section));
        Assert.True(IsReadAlike(section));
    }

    [Theory]
    [InlineData("- item\n  goes on\n")]
    [InlineData("- item\ngoes on\n")]
    [InlineData("- item\n  - nested\n")]
    [InlineData("- - nested\n")]
    [InlineData("Title\n---\n")]
    [InlineData("> quote\n")]
    [InlineData("<!-- comment -->\n")]
    [InlineData("text\n2. no item\n")]
    [InlineData("## Closed ##\n")]
    [InlineData("    code\n")]
    public void What_hangs_on_other_lines_is_not(string section) => Assert.Null(FlatLines.Count(section));

    private static bool IsReadAlike(string section)
    {
        Assert.Equal(
            Written(SectionParser.ParseBlocks(section, Labels)!),
            Written(SectionParser.ParseLines(section, Labels, count: 0))
        );
        return true;
    }

    private static string Written(SectionContent content) =>
        string.Join('\n', content.Nodes.Select(Written))
        + string.Create(
            CultureInfo.InvariantCulture,
            $"\n{string.Join(' ', content.Comments.Select(Written))} {content.HasSizes}"
        );

    private static string Written(Extent extent) => $"{extent.Start}+{extent.Length}";

    private static string Written(FieldText field) =>
        $"{field.Definition} {Written(field.LabelExtent)} {Written(field.Value)} {field.Scale} {field.IsBold}";

    private static string Written(Node node) =>
        node switch
        {
            HeadingNode heading => $"heading {heading.Level} {Written(heading.Text)}",
            LineNode line => $"line {Written(line.Text)} {string.Join(';', line.Fields.Select(Written))}",
            TableNode table =>
                $"table {string.Join(' ', table.Header.Select(Written))} {string.Join(';', table.Rows.Select(row => string.Join(' ', row.Select(Written))))}",
            EntryNode entry =>
                $"entry {entry.IsOrdered} {entry.Box} {Written(entry.BoxExtent)} {Written(entry.Text)} {Written(entry.Whole)} {string.Join(';', entry.Fields.Select(Written))} [{string.Join('\n', entry.Children.Select(Written))}]",
            _ => throw new InvalidOperationException(),
        };
}

using System.Text;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading.Transcribing;

/// <summary>Improvements in YAML, and their places in it.</summary>
public sealed class YamlTests
{
    private const string Issue = """
        title: Restore packages from a cache
        labels: [improvement, "impact:8"]
        body: |
          ### Effort

          3

          ### Current state

          Each build downloads 400 MB.
        """;

    private static readonly string[] Pieces =
    [
        "title: a\n",
        "labels: [x, impact:8]\n",
        "body: |\n",
        "  ### Effort\n",
        "  3\n",
        "\n",
        "---\n",
        "- title: b\r\n",
        "  impact: 4\n",
        "```yaml\n",
        "```\n",
        "\"",
        "'",
        "[",
        "&a",
        "*a",
        ": ",
        "\t",
        "ü\U0001F600",
        "### [A-1] t\n",
    ];

    [Theory]
    [InlineData("improvements:\n  - title: a\n  - impact: 8\n    effort: 2\n", 1, "3:5")]
    [InlineData("- impact: 8\n- effort: 2\n", 0, "1:3 2:3")]
    [InlineData("impact: 8\n", 0, "1:1")]
    [InlineData("a:\n  b:\n    title: c\nsettings:\n  d: e\n", 1, "")]
    [InlineData("- a\n- b\n", 0, "1:1")]
    [InlineData("text\n", 0, "1:1")]
    [InlineData("title: a\nsteps:\n  - impact: 8\n", 1, "")]
    [InlineData("# only a comment\n", 0, "")]
    [InlineData("", 0, "")]
    public void What_has_no_title_is_named(string yaml, int items, string places)
    {
        var backlog = Yaml(yaml);

        Assert.Equal(items, backlog.Improvements.Length);
        Assert.Equal(places, string.Join(' ', backlog.Problems.Select(one => $"{one.Span.Line}:{one.Span.Column}")));
        Assert.All(backlog.Problems, one => Assert.Equal("this has no title and is not read", one.Message));
    }

    [Fact]
    public void A_file_can_have_several_documents()
    {
        var backlog = Yaml(
            $"{Issue}\n---\ntitle: Name the failing test\nid: T-2\nstatus: done\ncompleted: 2026-02-03\n"
        );

        Assert.Equal(
            [(null, Status.ToDo, 64.0), ("T-2", Status.Done, (double?)null)],
            backlog.Improvements.Select(item => (item.Id, item.Status, item.Score))
        );
        Assert.Equal(new DateOnly(2026, 2, 3), backlog.Improvements[1].Completed!.Value);
        Assert.Empty(backlog.Problems);
    }

    [Theory]
    [InlineData("- title: One\n  impact: 8\n- title: Two\n")]
    [InlineData("improvements:\n  - title: One\n    impact: 8\n  - name: Two\n")]
    [InlineData("version: 1\nitems: [{title: One, impact: 8}, {title: Two}]\n")]
    public void A_list_has_several_improvements(string text)
    {
        var backlog = Yaml(text);

        Assert.Equal(["One", "Two"], backlog.Improvements.Select(item => item.Title));
        Assert.Equal(8, backlog.Improvements[0].Impact!.Value);
    }

    [Fact]
    public void A_title_that_names_a_section_is_an_improvement() =>
        Assert.Equal(
            ["Tooling", "Done"],
            Yaml("- title: Tooling\n  labels: [a]\n- title: Done\n").Improvements.Select(item => item.Title)
        );

    [Fact]
    public void A_nul_character_in_a_title_is_replaced() =>
        Assert.Equal("a\uFFFDb", Assert.Single(Yaml("- title: \"a\\0b\"\n  impact: 4\n").Improvements).Title);

    [Fact]
    public void Values_have_their_places_in_the_original()
    {
        var item = Assert.Single(Yaml(Issue).Improvements);

        Assert.Equal("Restore packages from a cache", In(Issue, item.Span));
        Assert.Equal((1, 8), (item.Span.Line, item.Span.Column));
        Assert.Equal("  3", In(Issue, item.Effort!.Span).PadLeft(3));
        Assert.Equal(6, item.Effort.Span.Line);
        Assert.Equal("[improvement, \"impact:8\"]", In(Issue, item.Impact!.Span));
        Assert.Equal("Each build downloads 400 MB.", In(Issue, item.Values.Of(FieldCatalog.CurrentState)!.Span));
    }

    [Fact]
    public void In_Markdown_everything_else_keeps_its_place()
    {
        var text =
            $"# Backlog\r\n\r\n### [A-1] One\r\n\r\n```yaml\r\n{Issue.ReplaceLineEndings("\r\n")}\r\n```\r\n\r\n### [A-2] Two\r\n\r\n- **Impact:** 4\r\n";

        var backlog = Md.Read(text);

        Assert.Equal(
            ["One", "Restore packages from a cache", "Two"],
            backlog.Improvements.Select(item => In(text, item.Span))
        );
        Assert.Equal("4", In(text, backlog.Improvements[2].Impact!.Span));
        Assert.Equal(text, backlog.Text);
    }

    [Theory]
    [InlineData("# Backlog\n\n```yaml\ntitle: A page\n```\n")]
    [InlineData("# Backlog\n\n```sh\ntitle: x\nbody: y\n```\n")]
    [InlineData("---\ntitle: A page\nlabels: [a]\n---\n\n# Backlog\n")]
    [InlineData("# Backlog\n\n```yaml\ntitle: [\nbody: y\n```\n")]
    public void Other_YAML_in_Markdown_is_not_an_improvement(string text) => Assert.Empty(Md.Read(text).Improvements);

    [Fact]
    public void What_is_not_YAML_is_a_problem_at_its_place()
    {
        var backlog = Yaml("title: One\nimpact: 8\n---\ntitle: [\n");

        Assert.Equal("One", Assert.Single(backlog.Improvements).Title);
        var problem = Assert.Single(backlog.Problems);
        Assert.Equal(5, problem.Span.Line);
        Assert.StartsWith(
            "this is not valid YAML, and nothing from here on is read",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Aliases_do_not_grow()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var level = 1; level < 60; level++)
        {
            bomb.Append($"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n");
        }

        Assert.Equal("One", Assert.Single(Yaml($"{bomb}title: One\nbody: *a59\n").Improvements).Title);
    }

    [Fact]
    public void Deep_nesting_is_a_problem() =>
        Assert.Contains(
            "levels deep",
            Assert.Single(Yaml($"title: {new string('[', 5000)}").Problems).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("```")]
    [InlineData("<!--")]
    [InlineData("# Completed")]
    [InlineData("## [x] [EVIL-1] Another")]
    [InlineData("<!-- kaizen-ignore-file KZ201 -- mine -->")]
    [InlineData("Text\n  ===")]
    [InlineData("<details>")]
    public void A_body_neither_begins_nor_hides_another_improvement(string line)
    {
        var backlog = Yaml(
            $"- title: One\n  body: |\n    Text\n\n    {line.Replace("\n", "\n  ")}\n- title: Two\n  impact: 3\n"
        );

        Assert.Equal(["One", "Two"], backlog.Improvements.Select(item => item.Title));
        Assert.All(backlog.Improvements, item => Assert.Equal(Status.ToDo, item.Status));
        Assert.Equal(3, backlog.Improvements[1].Impact!.Value);
        Assert.Empty(backlog.Suppressions);
    }

    [Fact]
    public void Deep_lists_and_quotes_in_a_body_do_not_stop_the_reader()
    {
        var lists = string.Concat(Enumerable.Range(0, 200).Select(depth => $"    {new string(' ', 2 * depth)}- x\n"));

        var backlog = Yaml($"- title: One\n  body: |\n{lists}    {new string('>', 500)} x\n- title: Two\n");

        Assert.Equal(["One", "Two"], backlog.Improvements.Select(item => item.Title));
    }

    [Fact]
    public void An_edit_is_refused()
    {
        var refused = Assert.Throws<InputException>(() =>
            EditableBacklog.Read(SourceFile.Named("a.yml"), Issue, ReadingOptions.Default)
        );

        Assert.Contains("this is YAML", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Every place is inside of the original, and no text is an error.</summary>
    [Fact]
    public void Places_are_inside_of_any_text()
    {
        var piece = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);
        Gen.Select(piece.Array[0, 14], Gen.Bool)
            .Sample(
                (pieces, isYaml) =>
                {
                    var text = string.Concat(pieces);
                    var backlog = isYaml ? Yaml(text) : Md.Read(text);
                    foreach (
                        var span in backlog
                            .Improvements.SelectMany(item => item.Fields.Select(field => field.Span).Prepend(item.Span))
                            .Concat(backlog.Problems.Select(one => one.Span))
                    )
                    {
                        Assert.InRange(span.Offset, 0, text.Length);
                        Assert.InRange(span.Length, 0, text.Length - span.Offset);
                    }
                },
                iter: 2_000
            );
    }

    private static Backlog Yaml(string text) =>
        BacklogReader.Read(SourceFile.Named("backlog.yml"), text, ReadingOptions.Default);

    private static string In(string text, SourceSpan span) => text.Substring(span.Offset, span.Length);
}

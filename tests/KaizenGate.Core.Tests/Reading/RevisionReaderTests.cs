using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public class RevisionReaderTests
{
    private const string Backlog = """
        # Backlog

        Last updated: 2026-03-01

        ## High Priority

        ### [A-1] Cache the restore

        - **Impact:** 8/10
        - **Effort:** 2/10

        ### [A-2] Sign the packages

        - **Impact:** 5/10
        - **Effort:** 3/10

        ## Tasks

        - [ ] one
        - [ ] two
          - [x] half of two
        - [ ] three

        ## Ideas

        | Task | Status |
        |---|---|
        | four | Open |
        | five | Open |

        ## Completed

        - six
        - seven

        """;

    private static readonly string[] All =
    [
        "Cache the restore",
        "Sign the packages",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
    ];

    [Fact]
    public void A_revision_gives_what_the_file_would_give()
    {
        var items = Reader().Read(Encoding.UTF8.GetBytes(Backlog));

        Assert.Equal(All, items.Select(item => item.Title));
        Assert.Equal((8, 2, 72), (items[0].Impact!.Value, items[0].Effort!.Value, items[0].Score));
        Assert.Equal((Status.Done, "Completed"), (items[8].Status, items[8].Section!.Title));
        Assert.Equal((1, 1), (items[3].SubTasks, items[3].SubTasksDone));
    }

    [Theory]
    [InlineData("Last updated: 2026-03-01", "Last updated: 2026-03-02", "")]
    [InlineData("8/10", "9/10", "Cache the restore")]
    [InlineData("[ ] two", "[x] two", "two")]
    [InlineData("[x] half of two", "[ ] half of two", "two")]
    [InlineData("| four | Open |", "| four | Done |", "four")]
    [InlineData("- six\n", "- six (late)\n", "six (late)")]
    [InlineData("- seven\n", "", "")]
    [InlineData("- [ ] one\n", "- [ ] one\n- [ ] one and a half\n", "one and a half")]
    [InlineData("## High Priority", "## Low Priority", "Cache the restore,Sign the packages")]
    [InlineData("- **Effort:** 3/10\n", "- **Effort:** 3/10\n\n### [A-3] New\n\n- Impact: 1\n", "New")]
    public void Only_changed_improvements_are_new_objects(string old, string changed, string expected)
    {
        var reader = Reader();
        var before = reader.Read(Encoding.UTF8.GetBytes(Backlog));

        var after = reader.Read(Encoding.UTF8.GetBytes(Backlog.Replace(old, changed, StringComparison.Ordinal)));

        var others = after.Except(before, ReferenceEqualityComparer.Instance).Cast<Improvement>();
        Assert.Equal(expected, string.Join(',', others.Select(item => item.Title)));
    }

    [Fact]
    public void A_section_from_before_the_last_revision_is_remembered()
    {
        var reader = Reader();
        var first = reader.Read(Encoding.UTF8.GetBytes(Backlog));
        reader.Read("# Nothing\n"u8);
        reader.Read(Encoding.UTF8.GetBytes("## Tasks\n\n- [ ] one\n"));

        RevisionText.AssertSameObjects(first, reader.Read(Encoding.UTF8.GetBytes(Backlog)));
    }

    [Fact]
    public void A_section_that_moves_keeps_its_improvements()
    {
        const string Moved = "### [A-1] Cache the restore\n\n- **Impact:** 8/10\n- **Effort:** 2/10\n\n";
        var reader = Reader();
        var before = reader.Read(Encoding.UTF8.GetBytes(Backlog));

        var text = Backlog
            .Replace(Moved, "", StringComparison.Ordinal)
            .Replace("## Tasks", $"{Moved}## Tasks", StringComparison.Ordinal);
        var after = reader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal("A-2 A-1", $"{after[0].Id} {after[1].Id}");
        Assert.Same(before[0], after[1]);
        Assert.Same(before[1], after[0]);
    }

    [Fact]
    public void Readers_of_several_files_share_sections()
    {
        var memo = new RevisionMemo(ReadingOptions.Default);
        var first = new RevisionReader(memo).Read(Encoding.UTF8.GetBytes(Backlog));
        var second = new RevisionReader(memo).Read(Encoding.UTF8.GetBytes(Backlog));

        RevisionText.AssertSameObjects(first, second);
    }

    [Fact]
    public void A_heading_and_the_row_that_lists_it_stay_one_object()
    {
        const string Text = "### [A-1] a\n\n- Impact: 3\n\n## List\n\n| Task | Effort |\n|---|---|\n| a | 4 |\n";
        var reader = Reader();
        var before = Assert.Single(reader.Read(Encoding.UTF8.GetBytes(Text)));

        var after = reader.Read(Encoding.UTF8.GetBytes($"{Text}\n## Ideas\n\n- [ ] b\n"));

        Assert.Equal((3, 4), (before.Impact!.Value, before.Effort!.Value));
        Assert.Same(before, after[0]);
    }

    [Fact]
    public void A_size_anywhere_changes_the_meaning_of_a_letter_everywhere()
    {
        const string Letter = "### [A-1] a\n\n- Impact: 3\n- Effort: L\n\n";
        var reader = Reader();

        var low = Assert.Single(reader.Read(Encoding.UTF8.GetBytes(Letter)));
        var large = reader.Read(Encoding.UTF8.GetBytes($"{Letter}### [A-2] b\n\n- Effort: XL\n"))[0];

        Assert.True(low.Effort!.Value < large.Effort!.Value);
    }

    [Fact]
    public void A_fence_that_is_opened_hides_what_follows_until_it_is_closed_again()
    {
        var reader = Reader();
        var before = reader.Read(Encoding.UTF8.GetBytes(Backlog));

        var hidden = reader.Read(
            Encoding.UTF8.GetBytes(Backlog.Replace("## Tasks\n", "## Tasks\n\n```\n", StringComparison.Ordinal))
        );
        var after = reader.Read(Encoding.UTF8.GetBytes(Backlog));

        Assert.Equal(["A-1", "A-2"], hidden.Select(item => item.Id));
        RevisionText.AssertSameObjects(before, after);
    }

    [Fact]
    public void Front_matter_that_grows_is_still_not_an_improvement()
    {
        var reader = Reader();
        string[] heads =
        [
            "",
            "---\na: b\n---\n",
            "---\na: b\n- [ ] no\n---\n",
            "---\na: b\n- [ ] yes\n",
            "---\r\nx\r\n---\r\n",
        ];

        Assert.Equal(
            [9, 9, 9, 10, 9],
            heads.Select(head => reader.Read(Encoding.UTF8.GetBytes(head + Backlog)).Length)
        );
    }

    [Fact]
    public void A_section_that_is_nested_too_deeply_is_skipped()
    {
        var deep = $"## Deep\n\n{string.Concat(Enumerable.Repeat("> ", 100_000))}- [ ] x\n\n";

        var items = Reader().Read(Encoding.UTF8.GetBytes(deep + Backlog));

        Assert.Equal(All, items.Select(item => item.Title));
    }

    [Fact]
    public void A_revision_with_too_many_lines_is_read()
    {
        var text = new string('\n', BacklogReader.MaxLines) + "- [ ] a\n";

        Assert.Single(Reader().Read(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [MemberData(nameof(HostileInputTests.Encodings), MemberType = typeof(HostileInputTests))]
    public void The_encoding_of_a_revision_has_no_effect(string name)
    {
        var reader = Reader();
        var before = reader.Read(Encoding.UTF8.GetBytes(Backlog));
        var encoding = Encoding.GetEncoding(name);

        var after = reader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Backlog)]);

        RevisionText.AssertSameObjects(before, after);
    }

    [Fact]
    public void An_empty_revision_has_no_improvements()
    {
        var reader = Reader();

        Assert.Empty(reader.Read([]));
        Assert.NotEmpty(reader.Read(Encoding.UTF8.GetBytes(Backlog)));
        Assert.Empty(reader.Read([]));
    }

    private static RevisionReader Reader() => new(new RevisionMemo(ReadingOptions.Default));
}

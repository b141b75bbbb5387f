using System.Text;
using KaizenGate.Core.Editing.Merging;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Merging;

public class MergedFileTests
{
    private const string Ancestor = "## To Do\n\n- [ ] Retry\n- [ ] Cache\n";
    private const string Ours = "## To Do\n\n- [x] Retry\n- [ ] Cache\n";
    private const string Theirs = "## To Do\n\n- [ ] Retry\n- [x] Cache\n";
    private const string Merged = "## To Do\n\n- [x] Retry\n- [x] Cache\n";

    [Fact]
    public void Line_ends_and_the_byte_order_mark_stay()
    {
        var merged = Merge.Clean($"\uFEFF{Crlf(Ancestor)}", $"\uFEFF{Crlf(Ours)}", $"\uFEFF{Crlf(Theirs)}");

        Assert.Equal($"\uFEFF{Crlf(Merged)}", merged);
    }

    [Fact]
    public void Line_ends_that_one_side_changed_are_changed()
    {
        Assert.Equal(Crlf(Merged), Merge.Clean(Ancestor, Ours, Crlf(Theirs)));
        Assert.Equal(Merged, Merge.Clean(Crlf(Ancestor), Ours, Crlf(Theirs)));
    }

    [Fact]
    public void Mixed_line_ends_stay_as_they_are()
    {
        Assert.Equal(
            Merged.Replace("To Do\n", "To Do\r\n", StringComparison.Ordinal),
            Merge.Clean(
                Ancestor.Replace("To Do\n", "To Do\r\n", StringComparison.Ordinal),
                Ours.Replace("To Do\n", "To Do\r\n", StringComparison.Ordinal),
                Theirs.Replace("To Do\n", "To Do\r\n", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void A_last_line_without_an_end_stays_without() =>
        Assert.Equal(Merged.TrimEnd(), Merge.Clean(Ancestor.TrimEnd(), Ours.TrimEnd(), Theirs.TrimEnd()));

    [Fact]
    public void A_file_that_only_one_side_changed_is_not_counted_again()
    {
        const string changed = "# B\n\n- Total Items: 1\n- Execution Rate: 00%\n\n## To Do\n\n- [ ] Cache\n";

        Assert.Equal(changed, Merge.Clean(Ancestor, Ancestor, changed));
        Assert.Equal(changed, Merge.Clean(Ancestor, changed, Ancestor));
    }

    [Theory]
    [InlineData("Just some notes.\n")]
    [InlineData("- [ ] Retry\r- [ ] Cache\r")]
    [InlineData("")]
    public void A_file_that_is_not_a_backlog_is_merged_by_lines(string text) =>
        Assert.Null(
            MergedBacklog.Of(
                Encoding.UTF8.GetBytes(Ancestor),
                Encoding.UTF8.GetBytes(Ours),
                Encoding.UTF8.GetBytes(text),
                ReadingOptions.Default,
                new ConflictMarkers(),
                _ => false
            )
        );

    [Fact]
    public void Bytes_that_are_not_text_are_merged_by_lines() =>
        Assert.Null(
            MergedBacklog.Of(
                Encoding.UTF8.GetBytes(Ancestor),
                [.. Encoding.UTF8.GetBytes(Ours), 0xFF, 0x0A],
                Encoding.UTF8.GetBytes(Theirs),
                ReadingOptions.Default,
                new ConflictMarkers(),
                _ => false
            )
        );

    [Fact]
    public void A_backlog_that_both_sides_created_is_merged()
    {
        Assert.Equal(
            "# Backlog\n\n## To Do\n\n- [ ] Cache\n- [ ] Retry\n",
            Merge.Clean("", "# Backlog\n\n## To Do\n\n- [ ] Retry\n", "# Backlog\n\n## To Do\n\n- [ ] Cache\n")
        );
    }

    [Fact]
    public void Two_with_the_same_id_in_one_version_are_merged_as_lines()
    {
        const string twice = "## To Do\n\n- [ ] A-1 Retry\n\nMore:\n\n- [ ] A-1 Cache\n- [ ] A-2 Sign\n";

        Assert.Equal(
            twice
                .Replace("Retry", "Retry twice", StringComparison.Ordinal)
                .Replace("[ ] A-2", "[x] A-2", StringComparison.Ordinal),
            Merge.Clean(
                twice,
                twice.Replace("Retry", "Retry twice", StringComparison.Ordinal),
                twice.Replace("[ ] A-2", "[x] A-2", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void An_improvement_without_id_that_one_side_renamed_and_the_other_completed_is_both()
    {
        Assert.Equal(
            "## To Do\n\n- [x] Retry the failed payments\n",
            Merge.Clean(
                "## To Do\n\n- [ ] Retry failed payments\n",
                "## To Do\n\n- [ ] Retry the failed payments\n",
                "## To Do\n\n- [x] Retry failed payments\n"
            )
        );
    }

    [Fact]
    public void Markers_are_as_long_as_git_asks_for()
    {
        var merged = MergedBacklog.Of(
            Encoding.UTF8.GetBytes(Ancestor),
            Encoding.UTF8.GetBytes(Ours),
            Encoding.UTF8.GetBytes(Ancestor.Replace("[ ] Retry", "[~] Retry", StringComparison.Ordinal)),
            ReadingOptions.Default,
            new ConflictMarkers("HEAD", "topic", 9),
            _ => false
        )!;

        Assert.Equal(
            "## To Do\n\n<<<<<<<<< HEAD\n- [x] Retry\n=========\n- [~] Retry\n>>>>>>>>> topic\n- [ ] Cache\n",
            Encoding.UTF8.GetString(merged.Bytes.Span)
        );
        Assert.Equal(1, merged.Conflicts);
    }

    private static string Crlf(string text) => text.ReplaceLineEndings("\r\n");
}

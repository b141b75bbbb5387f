using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Archiving;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

/// <summary>A list item that moves among headings becomes a heading, because the others would be read as groups.</summary>
public sealed class CompletedAmongHeadingsTests
{
    private const string Completed =
        "## Completed Features\n\n### Sign the packages\n**Released:** 2025-01-18\n- all of them\n";

    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void A_completion_moves_to_the_section_and_not_below_another_improvement()
    {
        const string other = "### A-2 Sign the packages [priority: high] ✅ Done\n\n- All of them.\n";
        var before = Read(
            $"# Plan\n\n## High Priority\n\n### A-1 Cache the fonts\n\n- Status: To Do\n\n{other}\n## Completed\n"
        );

        var after = Transitions.Done(before, before.Find("A-1")!, Today, null, null, null);

        Assert.Equal(
            $"# Plan\n\n## High Priority\n\n{other}\n## Completed\n\n### A-1 Cache the fonts\n\n- Status: Done\n- Completed: 2026-03-02\n",
            after.Text
        );
    }

    [Theory]
    [InlineData("- [ ] Cache the fonts\n", "### Cache the fonts ✅ 2026-03-02")]
    [InlineData("1. [ ] Cache the fonts\n", "### Cache the fonts ✅ 2026-03-02")]
    [InlineData(
        "- [ ] Cache the fonts\n  - Impact: 7\n    in words: much\n  - [x] measure\n",
        "### Cache the fonts\n\n- Impact: 7\n  in words: much\n- Released: 2026-03-02\n- [x] measure"
    )]
    [InlineData("- [ ] Cache the fonts\n\n  Some words.\n", "### Cache the fonts ✅ 2026-03-02\n\nSome words.")]
    public void A_task_becomes_a_heading(string task, string heading)
    {
        var before = Read($"## Ideas\n\n{task}- [ ] Log less\n\n{Completed}");

        var after = Transitions.Done(before, before.Find("cachethefonts")!, Today, null, null, null);

        Assert.Equal(
            $"## Ideas\n\n- [ ] Log less\n\n{Completed.Replace("### Sign", $"{heading}\n\n### Sign", StringComparison.Ordinal)}",
            after.Text
        );
        Assert.Equal(
            (Status.Done, Today),
            (after.Find("cachethefonts")!.Status, after.Find("cachethefonts")!.Completed!.Value)
        );
    }

    [Fact]
    public void A_task_becomes_a_heading_in_an_archive_of_headings()
    {
        var backlog = Read("## Done\n\n- [x] Cache the fonts ✅ 2026-01-20\n  - Impact: 7\n");
        var archive = Read("# Archive\n\n## Completed\n\n### Sign the packages\n\n- **Completed:** 2025-01-18\n");

        var after = Archive.Into(archive, backlog, backlog.Backlog.Improvements);

        Assert.Equal($"{archive.Text}\n### Cache the fonts ✅ 2026-01-20\n\n- Impact: 7\n", after.Text);
        Assert.Equal(after.Text, Archive.Into(after, backlog, backlog.Backlog.Improvements).Text);
    }

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
}

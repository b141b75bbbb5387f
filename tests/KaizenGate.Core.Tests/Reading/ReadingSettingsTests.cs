using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>What the <c>reading</c> settings change.</summary>
public class ReadingSettingsTests
{
    private const string Topics = "# Notes\n\n## Storage\n\n- Redis\n- Disk\n\n## Mail\n\n- Queue\n- Retry\n";

    [Fact]
    public void A_section_can_list_improvements_with_a_status()
    {
        var items = Read(Topics, Section("storage", status: Status.Deferred)).Improvements;

        Assert.Equal(
            [("Redis", Status.Deferred), ("Disk", Status.Deferred)],
            items.Select(item => (item.Title, item.Status))
        );
    }

    [Fact]
    public void A_section_can_list_improvements_with_a_priority()
    {
        var items = Read(Topics, Section("Mail", priority: Priority.High)).Improvements;

        Assert.Equal(["Queue", "Retry"], items.Select(item => item.Title));
        Assert.All(items, item => Assert.Equal(Priority.High, item.Section!.Priority));
    }

    [Fact]
    public void A_section_can_be_ignored()
    {
        const string Text = "## Team A\n\n- [ ] one\n\n## Team B\n\n- [ ] two\n";

        Assert.Equal(["two"], Read(Text, Section("Team A", isIgnored: true)).Improvements.Select(item => item.Title));
    }

    [Fact]
    public void A_list_is_named_by_the_line_above_it()
    {
        const string Text = "# Notes\n\nWe talked about storage:\n\n- Redis\n- Disk\n\nAnd ate:\n\n- Pizza\n";

        Assert.Equal(
            ["Redis", "Disk"],
            Read(Text, Section("We talked about storage")).Improvements.Select(item => item.Title)
        );
    }

    [Fact]
    public void A_box_can_have_a_meaning()
    {
        var options = ReadingOptions.Default with
        {
            Boxes = ImmutableDictionary<string, Status>.Empty.Add("qa", Status.InProgress),
        };

        Assert.Equal(
            Status.InProgress,
            Assert.Single(Md.Read("- [qa] Cache the fonts\n", options).Improvements).Status
        );
    }

    [Fact]
    public void A_word_can_be_a_status()
    {
        var options = ReadingOptions.Default with
        {
            Statuses = ImmutableDictionary<string, Status>.Empty.Add("Yak shaving", Status.Done),
        };

        Assert.Equal(
            Status.Done,
            Assert.Single(Md.Read("- [ ] a\n  - Status: Yak shaving\n", options).Improvements).Status
        );
    }

    [Fact]
    public void A_backlog_can_have_improvements_of_one_form()
    {
        const string Text = "## Ideas\n\n### Storage\n\nIt fills up.\n\n- Redis\n\n### Mail\n\nIt waits.\n";

        Assert.Equal(
            ["Redis"],
            Md.Read(Text, ReadingOptions.Default with { Items = PartForm.Entry })
                .Improvements.Select(item => item.Title)
        );
        Assert.Equal(
            ["Storage", "Mail"],
            Md.Read(Text, ReadingOptions.Default with { Items = PartForm.Heading })
                .Improvements.Select(item => item.Title)
        );
    }

    [Fact]
    public void What_is_not_read_is_named_with_the_setting_that_reads_it()
    {
        var unread = Assert.Single(Md.Read("# Plan\n\n- [foo] Cache the fonts\n- [foo] Sort the log\n").Account.Unread);

        Assert.Equal(
            ("the box \"[foo]\" is not known", "\"boxes\": { \"foo\": \"toDo\" }"),
            (unread.Reason, unread.Setting)
        );
        Assert.Equal([3, 4], unread.Lines);
    }

    private static Backlog Read(string text, SectionSetting section) =>
        Md.Read(text, ReadingOptions.Default with { Sections = [section] });

    private static SectionSetting Section(
        string heading,
        Status? status = null,
        Priority? priority = null,
        bool isIgnored = false
    ) => new(heading, isIgnored, status, priority);
}

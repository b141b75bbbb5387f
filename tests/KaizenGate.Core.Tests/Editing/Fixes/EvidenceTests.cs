using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Editing.Fixes;

/// <summary>Fixes act only on what is certainly an improvement, and keep what people wrote around it.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData(
        "# Launch\n\n## Before the launch\n\n- [ ] ✅ The tests pass\n- [ ] ✅ The copies work\n- [ ] Sort the log\n"
    )]
    [InlineData(
        "# Work\n\n## To Do\n\n- [ ] ✅ Move the database\n- [ ] Drop the old table\n\n## Done\n\n- [x] Index the names\n"
    )]
    public void An_empty_box_stays_empty_next_to_a_tick_that_decorates(string text)
    {
        var outcome = Fixed.Of(text);

        Assert.Equal(text, outcome.After.Text);
        Assert.Empty(outcome.Left);
        Assert.All(
            outcome.After.Backlog.Improvements.Where(item => item.Section?.Status is not Status.Done),
            item => Assert.True(item.IsOpen)
        );
    }

    [Fact]
    public void A_ticked_box_stays_ticked_when_the_title_says_open()
    {
        static string Text(string box) =>
            $"## To Do\n\n- [{box}] Split the parser\n  - Status: Done\n\n## Ideas\n\n- [x] Cache the fonts (planned)\n";

        var outcome = Fixed.Of(Text(" "), "KZ904");

        Assert.Equal(Text("x"), outcome.After.Text);
        Assert.Single(outcome.Left);
    }

    [Fact]
    public void An_empty_box_stays_empty_when_only_a_word_in_the_title_says_done()
    {
        const string text = "## To Do\n\n- [ ] Cache the fonts (done)\n\n## Done\n\n- [x] Split the parser\n";

        var outcome = Fixed.Of(text);

        Assert.Equal(text, outcome.After.Text);
        Assert.Equal("KZ904", Assert.Single(outcome.Left).Rule.Id);
    }

    [Fact]
    public void Headings_with_only_prose_get_no_id()
    {
        const string text =
            "# Backlog\n\n## High Priority\n\n### Split the parser\n\nIt has grown.\n\n### Cache the fonts\n\nThey load slowly.\n";

        var outcome = Fixed.Of(text);

        Assert.Equal(text, outcome.After.Text);
        Assert.Empty(outcome.Left);
    }

    [Fact]
    public void Completions_without_a_section_of_their_own_stay_in_place()
    {
        const string text =
            "# Backlog\n\n## To Do\n\n### A-1 Split the parser\n\n- Status: Done\n\n### A-2 Cache the fonts\n\n- Status: Open\n";

        var outcome = Fixed.Of(text);

        Assert.Equal(text, outcome.After.Text);
        Assert.Empty(outcome.Left);
    }

    [Fact]
    public void Improvements_move_with_their_area_and_in_their_order() =>
        Assert.Equal(
            "# Plan\n\n## High Priority\n\n### Network\n\n- [ ] Scan the ports\n\n### Manual\n\n- [ ] Print the index\n\n## Completed\n\n- [x] Set up the build\n\n### Network\n\n- [x] Rotate the keys\n- [x] Close the tunnel\n\n### Manual\n\n- [x] Write the guide\n",
            Fixed.Text(
                "# Plan\n\n## High Priority\n\n### Network\n\n- [x] Rotate the keys\n- [x] Close the tunnel\n- [ ] Scan the ports\n\n### Manual\n\n- [x] Write the guide\n- [ ] Print the index\n\n## Completed\n\n- [x] Set up the build\n",
                "KZ904"
            )
        );

    [Fact]
    public void An_area_moves_when_all_of_it_is_completed() =>
        Assert.Equal(
            "# Plan\n\n## High Priority\n\n### Network\n\n- [ ] Scan the ports\n\n## Completed\n\n- [x] Set up the build\n\n### Manual\n\n- [x] Write the guide\n- [x] Print the index\n",
            Fixed.Text(
                "# Plan\n\n## High Priority\n\n### Network\n\n- [ ] Scan the ports\n\n### Manual\n\n- [x] Write the guide\n- [x] Print the index\n\n## Completed\n\n- [x] Set up the build\n",
                "KZ904"
            )
        );

    [Fact]
    public void Improvements_join_the_area_that_the_other_section_has() =>
        Assert.Equal(
            "# Plan\n\n## High Priority\n\n### Network\n\n- [ ] Scan the ports\n\n## Completed\n\n### Network\n\n- [x] Rotate the keys\n- [x] Close the tunnel\n- [x] Count the hosts\n",
            Fixed.Text(
                "# Plan\n\n## High Priority\n\n### Network\n\n- [x] Rotate the keys\n- [x] Close the tunnel\n- [ ] Scan the ports\n\n## Completed\n\n### Network\n\n- [x] Count the hosts\n",
                "KZ904"
            )
        );

    [Fact]
    public void Several_moved_at_once_keep_their_order() =>
        Assert.Equal(
            "## To Do\n\n- [ ] d\n\n## Completed\n\n- [x] a\n- [x] b\n- [x] c\n",
            Fixed.Text("## To Do\n\n- [x] a\n- [x] b\n- [ ] d\n- [x] c\n\n## Completed\n", "KZ904")
        );

    [Theory]
    [InlineData("72 (agreed with the team)", "81 (agreed with the team)")]
    [InlineData("9 × (11 − 3) = 72 — agreed in May, see minutes", "81 — agreed in May, see minutes")]
    [InlineData("9 × (11 − 3) = **72**, agreed", "**81**, agreed")]
    [InlineData("72 — because retry matters", "81 — because retry matters")]
    public void A_remark_behind_a_score_stays(string old, string now)
    {
        static string Item(string score) =>
            $"## High Priority\n\n### [A-1] Retry\n\n- **Impact:** 9/10\n- **Effort:** 2/10\n- **Priority Score:** {score}\n";

        Assert.Equal(Item(now), Fixed.Text(Item(old), "KZ203"));
    }

    [Fact]
    public void Many_are_moved_with_few_readings()
    {
        var tasks = Enumerable.Range(1, 3000).Select(number => $"thing{number} {number}").ToList();
        var text = $"## To Do\n\n{string.Concat(tasks.Select(task => $"- [x] {task}\n"))}- [ ] rest\n\n## Completed\n";

        var outcome = Fixed.Of(text, "KZ904");

        Assert.Equal(
            $"## To Do\n\n- [ ] rest\n\n## Completed\n\n{string.Concat(tasks.Select(task => $"- [x] {task}\n"))}",
            outcome.After.Text
        );
    }
}

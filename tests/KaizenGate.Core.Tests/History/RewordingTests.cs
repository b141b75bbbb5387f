using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

/// <summary>An improvement stays one while its title, its id and the form of its file change. Revisions are a week apart.</summary>
public sealed class RewordingTests
{
    private const string Retitled = "2 Retitled";

    [Theory]
    [InlineData("Let the sidebar remember its width between two sessions of a user", "Let the sidebar remember")]
    [InlineData("Dark mode", "Dark mode for the report page")]
    [InlineData("Shard the tests", "Speed up CI: shard all the unit tests")]
    [InlineData("Dark mode", "Dark mode — see #12")]
    [InlineData("Sharding", "Sharding: only the slow tests")]
    [InlineData("Retry uplods", "Retry uploads")]
    [InlineData("Retry uplaods", "Retry uploads")]
    [InlineData("Cashing", "Caching")]
    public void A_title_that_was_shortened_extended_or_corrected_is_retitled(string before, string after)
    {
        Assert.Equal([Retitled], Events($"- [ ] {before}\n", $"- [ ] {after}\n"));
        Assert.Equal([Retitled], Events($"- [ ] {after}\n", $"- [ ] {before}\n"));
        Assert.Equal([Retitled, "2 Completed"], Events($"- [ ] {before}\n", $"- [x] {after}\n"));
    }

    [Theory]
    [InlineData("Sharding", "Sharding of tests")]
    [InlineData("Support phase 1", "Support phase 2")]
    [InlineData("Write A docs", "Write B docs")]
    [InlineData("Add v2 docs", "Add v3 docs")]
    [InlineData("Import logs", "Export logs")]
    [InlineData("Test the parser", "Document the lexer so that the test of a new parser is easy for beginners to read")]
    public void Another_title_is_another_improvement(string before, string after)
    {
        Assert.Equal(["2 Captured", "2 Dropped"], Events($"- [ ] {before}\n", $"- [ ] {after}\n"));
        Assert.Equal(["2 Captured", "2 Dropped"], Events($"- [ ] {after}\n", $"- [ ] {before}\n"));
    }

    [Fact]
    public void A_closed_improvement_is_not_extended_into_an_open_one() =>
        Assert.Equal(["2 Captured", "2 Pruned"], Events("- [x] Dark mode\n", "- [ ] Dark mode for the report page\n"));

    [Fact]
    public void New_prefixes_of_all_ids_are_not_events() =>
        Assert.Empty(
            Events(
                "- [ ] IMP-1: Shard the tests\n- [x] IMP-002: Dark mode\n- [x] IMP-3: Sharding\n",
                "- [ ] SHOP-1: Shard the tests\n- [x] SHOP-2: Dark mode\n- [x] SHOP-3: Sharding\n"
            )
        );

    [Fact]
    public void A_new_prefix_and_a_reworded_title_are_one_improvement() =>
        Assert.Equal([Retitled], Events("- [ ] IMP-1: Dark mode\n", "- [ ] SHOP-1: Dark mode for the page\n"));

    [Fact]
    public void An_open_improvement_stays_one_with_any_id() =>
        Assert.Empty(Events("- [ ] IMP-1: Shard the tests\n", "- [ ] IMP-7: Shard the tests\n"));

    [Fact]
    public void An_open_improvement_that_returns_with_another_id_is_reopened()
    {
        Assert.Equal(
            ["2 Dropped", "3 Reopened"],
            Events("- [ ] IMP-1: Dark mode\n", "- [ ] IMP-2: Sharding\n", "- [ ] IMP-9: Dark mode\n")
                .Where(one => !one.EndsWith("Captured") || one[0] == '3')
                .Where(one => one != "3 Dropped")
        );
        Assert.Equal(["2 Dropped", "3 Reopened"], Events("- [ ] IMP-1: Dark mode\n", "", "- [ ] Dark mode\n"));
    }

    [Fact]
    public void A_routine_that_is_done_again_under_another_id_is_completed_twice() =>
        Assert.Equal(
            ["2 Captured", "2 Completed", "2 Pruned"],
            Events("- [x] IMP-1: Update the packages\n", "- [x] IMP-2: Update the packages\n")
        );

    [Fact]
    public void A_completion_that_got_another_id_has_the_same_date() =>
        Assert.Empty(
            Events(
                "## Completed\n### IMP-1: Update\n- Completed: 2025-12-30\n",
                "## Completed\n### IMP-2: Update\n- Completed: 2025-12-30\n"
            )
        );

    [Fact]
    public void A_list_that_becomes_a_table_is_not_an_event()
    {
        var list = string.Concat(
            Numbers(1, 12).Select(n => $"- [{(n > 8 ? 'x' : ' ')}] {Sentence(n)} on CI machines\n")
        );
        var rows = Numbers(1, 12).Select(n => $"| {Sentence(n)} | {(n > 8 ? "Done" : "To Do")} |\n");

        Assert.All(Events(list, Table(rows)), one => Assert.Equal(Retitled, one));
    }

    /// <summary>What was rewritten beyond recognition is neither an arrival nor a departure, but what is added to it is one.</summary>
    [Fact]
    public void Rewriting_a_backlog_moves_no_flow()
    {
        var walk = Walked(
            List(Numbers(1, 20), n => $"- [{(n > 15 ? 'x' : ' ')}] {Sentence(n)}"),
            List(Numbers(101, 122), n => $"- [{(n > 117 ? 'x' : ' ')}] {Sentence(n)}")
        );

        var flow = walk.Timeline().Events.Where(one => !one.IsFromStart && one.Date == Day(2));

        Assert.Equal(
            [TimelineEventKind.Captured, TimelineEventKind.Captured],
            flow.Where(one => one.Kind is not TimelineEventKind.Pruned).Select(one => one.Kind)
        );
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(25, 12)]
    public void Replacing_few_improvements_or_less_than_half_is_flow(int all, int replaced)
    {
        var events = Events(
            List(Numbers(1, all), n => $"- [ ] {Sentence(n)}"),
            List(Numbers(replaced + 1, all + replaced), n => $"- [ ] {Sentence(n)}")
        );

        Assert.Equal(replaced, events.Count(one => one == "2 Captured"));
        Assert.Equal(replaced, events.Count(one => one == "2 Dropped"));
    }

    [Fact]
    public void A_new_form_does_not_touch_improvements_but_a_new_score_does()
    {
        var walk = Walked(
            List(Numbers(1, 12), n => $"### {Sentence(n)}\n- Impact: 5\n- Effort: 5\n"),
            List(Numbers(1, 12), n => $"### {Sentence(n)}\n- Impact: {(n == 3 ? 6 : 5)}\n- Effort: 5\n- Owner: ada\n")
        );

        Assert.Single(walk.Timeline().Touched, one => one.Value == Day(2));
    }

    [Fact]
    public void A_row_of_open_and_one_of_completed_improvements_with_one_id_are_one_improvement()
    {
        const string open = "## Open\n| ID | Title |\n| --- | --- |\n| A-1 | Shard the tests |\n";
        const string done = "## Completed\n| ID | Title |\n| --- | --- |\n| A-1 | Shard the tests (#12) |\n";

        Assert.Equal(["2 Completed"], Events(open, $"{open}\n{done}", done));
        Assert.Equal(["3 Reopened"], Events(done, $"{open}\n{done}", open));
    }

    [Fact]
    public void Two_improvements_with_one_id_and_different_titles_are_two() =>
        Assert.Equal(["2 Captured"], Events("- [ ] A-1: Sharding\n", "- [ ] A-1: Sharding\n- [ ] A-1: Dark mode\n"));

    [Fact]
    public void The_number_of_a_row_is_not_an_id() =>
        Assert.Equal(
            ["2 Captured", Retitled],
            Events(
                    "| # | Title | Effort |\n| --- | --- | --- |\n| 1 | Dark mode | 3 |\n| 2 | Sharding | 3 |\n",
                    "| # | Title | Effort |\n| --- | --- | --- |\n| 1 | Caching | 3 |\n| 2 | Dark mode of all pages | 3 |\n| 3 | Sharding | 3 |\n"
                )
                .Order()
        );

    private static IEnumerable<int> Numbers(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static string Sentence(int n) => $"Word{n}a word{n}b word{n}c word{n}d";

    private static string List(IEnumerable<int> numbers, Func<int, string> line) =>
        "## Backlog\n" + string.Concat(numbers.Select(n => line(n) + "\n"));

    private static string Table(IEnumerable<string> rows) =>
        "| Title | Status |\n| --- | --- |\n" + string.Concat(rows);

    private static DateOnly Day(int revision) => new DateOnly(2025, 12, 29).AddDays(7 * revision);

    private static Walk Walked(params string[] revisions)
    {
        var walk = new Walk(["IMPROVEMENTS.md"]);
        foreach (var (at, text) in revisions.Index())
        {
            walk.Go(Day(at + 1), new Dictionary<string, string> { ["IMPROVEMENTS.md"] = text });
        }

        return walk;
    }

    /// <summary>The events after the first revision.</summary>
    private static List<string> Events(params string[] revisions) =>
        [
            .. Walked(revisions)
                .Timeline()
                .Events.Where(one => one.Commit != "c0")
                .Select(one => $"{one.Commit![1] - '0' + 1} {one.Kind}"),
        ];
}

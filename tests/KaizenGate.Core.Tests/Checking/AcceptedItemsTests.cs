using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Checking;

public sealed class AcceptedItemsTests
{
    [Fact]
    public void Without_a_history_an_entry_belongs_to_the_improvement_with_its_key() =>
        Assert.Equal("sortthelist", Found("sortthelist", new NoHistory("none"), "sortthelist"));

    [Fact]
    public void A_retitled_improvement_is_found_by_its_first_title() =>
        Assert.Equal("sortthetenants", Found("sortthelist", Retitled("Sort the tenants"), "sortthetenants"));

    [Fact]
    public void A_retitled_improvement_is_found_by_every_later_title() =>
        Assert.Equal(
            "sortthetenants",
            Found("sortalllists", Retitled("Sort all lists (soon)", "Sort the tenants"), "sortthetenants")
        );

    [Fact]
    public void An_improvement_with_its_first_title_again_is_found_by_the_title_in_between() =>
        Assert.Equal("sortthelist", Found("sortalllists", Told("Sort all lists", "Sort the list"), "sortthelist"));

    [Fact]
    public void The_current_key_takes_precedence_over_a_former_one() =>
        Assert.Equal(
            "sortthelist",
            Found("sortthelist", Retitled("Sort the tenants"), "sortthetenants", "sortthelist")
        );

    [Fact]
    public void A_removed_improvement_is_not_mistaken_for_another() =>
        Assert.Equal("sortthelist", Found("sortthelist", Told("Sort all lists"), "somethingelse"));

    [Fact]
    public void Keys_of_another_backlog_are_separate()
    {
        var evidence = new Evidence(Sample.Backlog(Sample.Item("sortthetenants")), Retitled("Sort the tenants"));
        Assert.Equal(
            "sortthelist",
            new AcceptedItems([evidence]).FindingOf(Entry("docs/OTHER.md", "sortthelist")).Item
        );
    }

    /// <summary>The current key of an entry's item in a backlog with these keys.</summary>
    private static string? Found(string item, HistoryResult past, params string[] keys) =>
        new AcceptedItems([new Evidence(Sample.Backlog(keys.Select(key => Sample.Item(key))), past)])
            .FindingOf(Entry("IMPROVEMENTS.md", item))
            .Item;

    /// <summary>Captured as "Sort the list", now "Sort the tenants".</summary>
    private static Timeline Retitled(params string[] titles) =>
        Told(titles) with
        {
            Renamed = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(
                "sortthetenants",
                "sortthelist"
            ),
        };

    private static Timeline Told(params string[] titles) =>
        new(
            Sample.DaysAgo(30),
            [
                new TimelineEvent(TimelineEventKind.Captured, "sortthelist", Sample.DaysAgo(30))
                {
                    Title = "Sort the list",
                },
                .. titles.Select(title => new TimelineEvent(
                    TimelineEventKind.Retitled,
                    "sortthelist",
                    Sample.DaysAgo(10)
                )
                {
                    Title = title,
                }),
            ]
        );

    private static BaselineEntry Entry(string path, string item) =>
        new()
        {
            RuleId = "KZ201",
            Item = item,
            Path = path,
            Date = Sample.DaysAgo(5),
            Expires = Sample.AsOf,
        };
}

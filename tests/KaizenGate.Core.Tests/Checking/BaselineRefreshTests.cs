using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Checking;

public sealed class BaselineRefreshTests
{
    private static readonly SourceFile File = SourceFile.Named("kaizen.baseline.json");

    private static readonly BaselineRefresh Today = new()
    {
        AsOf = Sample.AsOf,
        Commit = "4f0c2d1",
        Reason = "before we began",
    };

    private static readonly BaselineEntry Old = new()
    {
        RuleId = "KZ801",
        Item = "One",
        Path = "IMPROVEMENTS.md",
        Commit = "0a1b2c3",
        Date = Sample.DaysAgo(20),
        Expires = Sample.AsOf.AddDays(3),
        Reason = "waits",
    };

    [Fact]
    public void Findings_that_count_are_accepted_for_90_days() =>
        Assert.Equal(
            [
                new BaselineEntry
                {
                    RuleId = "KZ801",
                    Item = "One",
                    Path = "IMPROVEMENTS.md",
                    Commit = "4f0c2d1",
                    Date = Sample.AsOf,
                    Expires = Sample.AsOf.AddDays(90),
                    Reason = "before we began",
                },
            ],
            Refresh(Today, [], TestRules.Each, "One").Baseline.Entries
        );

    [Fact]
    public void The_number_of_days_can_be_set() =>
        Assert.Equal(
            Sample.AsOf.AddDays(7),
            Assert.Single(Refresh(Today with { Days = 7 }, [], TestRules.Each, "One").Baseline.Entries).Expires
        );

    [Fact]
    public void The_expiry_can_be_spread_over_weeks_by_score()
    {
        var items = Enumerable.Range(0, 8).Select(n => Sample.Item($"Item {n}", n == 5 ? null : n + 1, 2)).ToList();
        var backlog = Sample.Backlog(items);
        var refreshed = (Today with { Weeks = 4 }).Of(
            File,
            null,
            TestRules.Check([backlog], GateSettings.Default, null, TestRules.Each),
            Gate.ByTheirDates([backlog], Sample.AsOf)
        );

        Assert.Equal(
            "Item 5 +7, Item 7 +7, Item 6 +14, Item 4 +14, Item 3 +21, Item 2 +21, Item 1 +28, Item 0 +28",
            string.Join(
                ", ",
                refreshed
                    .Baseline.Entries.OrderBy(entry => entry.Expires)
                    .ThenBy(entry => entry.Item == "Item 5" ? 0 : 1)
                    .ThenByDescending(entry => entry.Item, StringComparer.Ordinal)
                    .Select(entry => $"{entry.Item} +{entry.Expires.DayNumber - Sample.AsOf.DayNumber}")
            )
        );
    }

    [Fact]
    public void An_entry_that_still_fires_is_kept_unchanged()
    {
        var refreshed = Refresh(Today, [Old], TestRules.Each, "One");
        Assert.Equal([Old], refreshed.Baseline.Entries);
        Assert.False(refreshed.HasChanged);
    }

    [Fact]
    public void An_expired_entry_is_kept_unchanged_too()
    {
        var expired = Old with { Expires = Sample.DaysAgo(1) };
        var refreshed = Refresh(Today, [expired], TestRules.Each, "One");
        Assert.Equal([expired], refreshed.Baseline.Entries);
        Assert.Equal(1, refreshed.Expired);
    }

    [Fact]
    public void A_renewed_entry_is_valid_from_today_and_keeps_its_reason() =>
        Assert.Equal(
            [
                Old with
                {
                    Commit = "4f0c2d1",
                    Date = Sample.AsOf,
                    FirstDate = Sample.DaysAgo(20),
                    Expires = Sample.AsOf.AddDays(90),
                },
            ],
            Refresh(Today with { Renews = true, Reason = null }, [Old], TestRules.Each, "One").Baseline.Entries
        );

    [Fact]
    public void An_entry_keeps_its_first_date_however_often_it_is_renewed()
    {
        var once = Refresh(Today with { Renews = true }, [Old], TestRules.Each, "One").Baseline.Entries;
        var later = Today with { Renews = true, AsOf = Sample.AsOf.AddDays(80) };

        var twice = Assert.Single(Refresh(later, [.. once], TestRules.Each, "One").Baseline.Entries);

        Assert.Equal(Sample.DaysAgo(20), twice.FirstDate);
        Assert.Equal(Sample.DaysAgo(20), twice.Since);
    }

    [Fact]
    public void A_reason_for_renewing_replaces_the_old_one() =>
        Assert.Equal(
            "before we began",
            Assert.Single(Refresh(Today with { Renews = true }, [Old], TestRules.Each, "One").Baseline.Entries).Reason
        );

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void A_first_baseline_is_a_change_if_it_accepts_something(int improvements, bool hasChanged) =>
        Assert.Equal(
            hasChanged,
            Refresh(Today, [], TestRules.Each, [.. Enumerable.Repeat("One", improvements)]).HasChanged
        );

    [Fact]
    public void An_entry_that_no_longer_fires_is_removed()
    {
        var refreshed = Refresh(Today, [Old], TestRules.Content, "One");
        Assert.NotEmpty(Refresh(Today, [Old], TestRules.Each, "One").Baseline.Entries);
        Assert.Equal([Old], refreshed.Baseline.Entries); // KZ801 was not asked.
        Assert.Empty(Refresh(Today, [Old], TestRules.Each, "Two").Baseline.Entries.Where(one => one.Item == "One"));
    }

    [Fact]
    public void Entries_of_rules_that_were_not_evaluated_remain()
    {
        var silent = Old with { RuleId = "KZ804", Item = null };
        Assert.Equal([silent], Refresh(Today, [silent], TestRules.Silent, "One").Baseline.Entries);
    }

    [Fact]
    public void Entries_of_other_backlogs_remain()
    {
        var other = Old with { Path = "docs/OTHER.md" };
        Assert.Contains(other, Refresh(Today, [other], TestRules.Each, "One").Baseline.Entries);
    }

    [Fact]
    public void Entries_are_sorted_by_path_rule_and_item() =>
        Assert.Equal(
            ["A.md KZ801 Z", "IMPROVEMENTS.md KZ801 One", "IMPROVEMENTS.md KZ801 Two", "IMPROVEMENTS.md KZ803 "],
            Refresh(
                Today,
                [Old with { RuleId = "KZ803", Item = null }, Old with { Path = "A.md", Item = "Z" }],
                TestRules.Each,
                "Two",
                "One"
            )
                .Baseline.Entries.Select(one => $"{one.Path} {one.RuleId} {one.Item}")
        );

    [Fact]
    public void The_order_of_a_file_is_not_a_change() =>
        Assert.False(Refresh(Today, [Old with { Item = "Two" }, Old], TestRules.Each, "One", "Two").HasChanged);

    [Fact]
    public void Of_two_entries_for_one_finding_the_longer_valid_one_remains()
    {
        var refreshed = Refresh(Today, [Old with { Expires = Sample.AsOf }, Old], TestRules.Each, "One");
        Assert.Equal([Old], refreshed.Baseline.Entries);
        Assert.Equal((1, true), (refreshed.Removed, refreshed.HasChanged));
    }

    [Fact]
    public void A_written_baseline_reads_back_unchanged()
    {
        ImmutableArray<BaselineEntry> entries =
        [
            Old with
            {
                Item = "größe \"x\" ##[y] \u202E",
                Reason = null,
                Commit = null,
            },
            Old with
            {
                Item = null,
            },
        ];
        using var stream = new MemoryStream();

        BaselineFile.Write(new Baseline(File, entries), stream);

        Assert.Equal(
            entries,
            Baseline
                .Read(File, stream.ToArray(), [TestRules.Each.Known])
                .Entries.Select(one => one with { Span = SourceSpan.FileStart })
        );
        Assert.DoesNotContain('\u202E', Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static RefreshedBaseline Refresh(
        BaselineRefresh refresh,
        ImmutableArray<BaselineEntry> before,
        Rule rule,
        params string[] titles
    )
    {
        var backlog = Sample.Backlog(titles.Select(title => Sample.Item(title)));
        var evidence = Gate.ByTheirDates([backlog], Sample.AsOf);
        return refresh.Of(
            File,
            before.IsEmpty ? null : new Baseline(File, before),
            TestRules.Check([backlog], GateSettings.Default, null, rule),
            evidence
        );
    }
}

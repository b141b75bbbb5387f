using System.Collections.Immutable;
using KaizenGate.Core.History;
using KaizenGate.Core.Tests.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

public sealed class ChangesTests
{
    [Fact]
    public void A_new_improvement_is_captured_and_an_edited_one_is_changed()
    {
        var changes = Between(["- [ ] One\n- [ ] Two\n"], ["- [x] One\n- [ ] Two\n- [ ] Three\n"]);

        Assert.Equal(["three"], changes[0].Captured);
        Assert.Equal(["one", "three"], changes[0].Changed.Order());
    }

    [Fact]
    public void A_new_order_changes_nothing() =>
        Assert.Empty(Between(["- [ ] One\n- [ ] Two\n"], ["- [ ] Two\n- [ ] One\n"])[0].Changed);

    [Fact]
    public void A_retitled_improvement_is_changed_under_its_new_key()
    {
        var changes = Between(["- [ ] Cache the NuGet restore\n"], ["- [ ] Cache the whole restore\n"]);

        Assert.Empty(changes[0].Captured);
        Assert.Equal(["cachethewholerestore"], changes[0].Changed);
    }

    [Fact]
    public void A_moved_improvement_is_changed_in_its_new_backlog_and_not_captured()
    {
        var changes = Between(["- [ ] One\n", ""], ["", "- [ ] One\n"]);

        Assert.Empty(changes[0].Changed);
        Assert.Equal(["one"], changes[1].Changed);
        Assert.Empty(changes[1].Captured);
    }

    [Fact]
    public void The_first_items_of_a_new_backlog_are_captured() =>
        Assert.Equal(["one"], Between([""], ["- [ ] One\n"])[0].Captured);

    [Fact]
    public void A_completion_and_a_capture_change_the_figures()
    {
        var changes = Between(["- [ ] One\n- [ ] Two\n"], ["- [x] One\n- [ ] Two\n- [ ] Three\n"]);

        Assert.Equal(new FiguresDelta(Open: 0, Identified: 1, Executed: 1), changes[0].Delta);
    }

    [Fact]
    public void A_pruned_improvement_stays_counted_and_a_dropped_one_is_no_longer_open()
    {
        var changes = Between(["- [x] One\n- [ ] Two\n"], ["\n"]);

        Assert.Equal(new FiguresDelta(Open: -1, Identified: 0, Executed: 0), changes[0].Delta);
    }

    [Fact]
    public void A_move_to_another_backlog_changes_the_figures_of_both()
    {
        var changes = Between(["- [ ] One\n", ""], ["", "- [ ] One\n"]);

        Assert.Equal([new FiguresDelta(-1, -1, 0), new FiguresDelta(1, 1, 0)], changes.Select(change => change.Delta));
        Assert.Equal([(0, 0), (1, 0)], changes.Select(change => (change.MovedIn, change.Dropped)));
    }

    [Fact]
    public void Completions_rejections_and_drops_of_the_change_are_listed()
    {
        var change = Between(
            ["- [x] Old\n- [ ] One\n- [ ] Two\n- [ ] Three\n- [ ] Four\n"],
            ["- [x] Old\n- [x] One\n- [x] Five\n- [ ] Three\n\n## Rejected\n\n- Two\n"]
        )[0];

        Assert.Equal(["five", "one"], change.Completed.Order());
        Assert.Equal(["two"], change.Rejected);
        Assert.Equal(["five"], change.Captured);
        Assert.Equal(1, change.Dropped);
    }

    [Fact]
    public void An_improvement_from_before_with_another_sighting_is_seen_again()
    {
        var change = Between(
            ["- [ ] One\n- [ ] Two\n  - Seen: 2026-01-02\n- [ ] Three\n  - Seen: 2026-01-02\n"],
            [
                "- [ ] One\n  - Seen: 2026-01-02\n- [ ] Two\n  - Seen: 2026-01-02, 2026-01-03\n- [ ] Three\n  - Seen: 2026-01-03\n- [ ] Four\n  - Seen: 2026-01-03\n",
            ]
        )[0];

        Assert.Equal(["one", "two"], change.Sighted.Order());
    }

    private static ImmutableArray<ChangeRange> Between(string[] before, string[] after)
    {
        var states = new ItemStates();
        return Changes.Between(
            Array.ConvertAll(before, text => states.Of(Md.Read(text).Improvements)),
            Array.ConvertAll(after, text => states.Of(Md.Read(text).Improvements)),
            "since main"
        );
    }

    [Fact]
    public void States_that_are_known_already_are_the_same_objects_for_all_threads()
    {
        var known = new ItemStates();
        var cached = known.Of(Md.Read("- [ ] One\n- [ ] Two\n").Improvements);
        known.Know(cached);

        var now = new ItemStates(known).Of(Md.Read("- [ ] Two\n- [x] One\n").Improvements);

        Assert.Same(cached[1], now[0]);
        Assert.NotEqual(cached[0], now[1]);
        Assert.Equal("one", now[1].Key);
    }
}

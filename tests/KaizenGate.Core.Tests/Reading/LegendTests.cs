using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>What a file says its marks mean.</summary>
public sealed class LegendTests
{
    [Theory]
    [InlineData("Status legend: ✅ done · 🚧 in progress · ⏳ pending", "✅", Status.Done)]
    [InlineData("Status legend: ✅ done · 🚧 in progress · ⏳ pending", "⏳", Status.ToDo)]
    [InlineData("Legend: `[x]` done, `[~]` intentionally skipped, `[ ]` open", "[~]", Status.Rejected)]
    [InlineData("Legend: `[x]` done, `[~]` intentionally skipped, `[ ]` open", "[]", Status.ToDo)]
    [InlineData("✅ = Completed", "✅", Status.Done)]
    [InlineData("**⏭️** – moved to *later*", "⏭", Status.Deferred)]
    [InlineData("Done = ✅, In progress = 🌀", "🌀", Status.InProgress)]
    [InlineData("Done: 🍏", "🍏", Status.Done)]
    [InlineData("| 🍏 | Done | It is released |", "🍏", Status.Done)]
    [InlineData("| Done | 🍏 |", "🍏", Status.Done)]
    [InlineData(":apple: fixed | :pear: blocked", ":pear:", Status.Deferred)]
    [InlineData("❌ not done yet", "❌", Status.ToDo)]
    [InlineData("🍏 currently not planned", "🍏", null)]
    [InlineData("🍏 a fruit", "🍏", null)]
    [InlineData("[done](done.md) 🍐 rejected", "[done]", null)]
    internal void A_line_defines_the_status_of_a_mark(string line, string mark, Status? expected) =>
        Assert.Equal(expected, Legend.Read([line])?.StatusOf(mark));

    [Theory]
    [InlineData("| 🔴 | Critical |", "🔴", Priority.High)]
    [InlineData("🟢 = P3 (nice to have)", "🟢", Priority.Low)]
    [InlineData("🔵 Medium priority", "🔵 soon", Priority.Medium)]
    [InlineData("🔵 Bug", "🔵", null)]
    internal void A_line_defines_the_priority_of_a_mark(string line, string value, Priority? expected) =>
        Assert.Equal(expected, Legend.Read([line])?.PriorityOf(value));

    [Fact]
    public void The_first_meaning_of_a_mark_counts()
    {
        var legend = Legend.Read(["🟡 In progress", "🟡 Medium", "🟡 Done"])!;

        Assert.Equal((Status.InProgress, Priority.Medium), (legend.StatusOf("🟡"), legend.PriorityOf("🟡")));
    }

    [Fact]
    public void Legends_are_compared_by_value()
    {
        var one = Legend.Read(["✅ done · ❌ rejected"]);
        var same = Legend.Read(["✅ = done", "❌ = rejected", "no mark"]);

        Assert.Equal(one, same);
        Assert.Equal(one!.GetHashCode(), same!.GetHashCode());
        Assert.NotEqual(one, Legend.Read(["✅ done · ❌ to do"]));
    }

    [Fact]
    public void Without_a_known_meaning_there_is_no_legend() => Assert.Null(Legend.Read(["🐛 a bug", "text", ""]));

    [Theory]
    [InlineData("Legend: ✅ done", true)]
    [InlineData("✅ done, ⬜ open", true)]
    [InlineData("✅ done", false)]
    [InlineData("✅ cache the fonts 🚧 in progress", false)]
    [InlineData("Legend: see below", false)]
    [InlineData("✅ done since the release of the first version in May, ⬜ open", false)]
    public void A_line_outside_a_legend_is_one_only_with_clear_meanings(string line, bool expected) =>
        Assert.Equal(expected, Legend.IsLegend(line));

    [Fact]
    public void A_hostile_legend_is_bounded()
    {
        var marks = string.Concat(Enumerable.Range(0, 500).Select(index => $"[{index}] done "));
        var legend = Legend.Read(Enumerable.Repeat(marks, 100_000))!;

        Assert.Equal((Status.Done, null), (legend.StatusOf("[0]"), legend.StatusOf("[499]")));
        Assert.False(Legend.IsLegend($"Legend: {new string('[', 1_000_000)}"));
    }

    [Theory]
    [InlineData("✅,❌,✅", "❌", Status.ToDo)]
    [InlineData("[x],[✘]", "[✘]", Status.ToDo)]
    [InlineData("❌,🚧", "❌", null)]
    [InlineData("✅,🚫", "🚫", null)]
    internal void A_cross_in_a_column_with_check_marks_is_not_done(string column, string mark, Status? expected) =>
        Assert.Equal(expected, Legend.OfColumn(column.Split(','))?.StatusOf(mark));

    [Fact]
    public void A_legend_goes_before_another()
    {
        var legend = Legend.Read(["❌ rejected"])!.Or(Legend.OfColumn(["✅", "❌", "✘"]));

        Assert.Equal((Status.Rejected, Status.ToDo), (legend.StatusOf("❌"), legend.StatusOf("✘")));
    }

    [Theory]
    [InlineData("🟥", Status.Deferred)]
    [InlineData("🟥 since May", Status.Deferred)]
    [InlineData("🟥 Done", Status.Done)]
    [InlineData("[~]", Status.Rejected)]
    [InlineData("✅", Status.Done)]
    internal void The_legend_goes_before_the_vocabulary(string value, Status expected) =>
        Assert.Equal(
            expected,
            StatusVocabulary.BuiltIn.With(Legend.Read(["🟥 on hold", "[~] skipped"])).Leading(value)
        );

    [Theory]
    [InlineData("Parked in May", Status.ToDo)]
    [InlineData("⭐ soon", Status.InProgress)]
    [InlineData(":rocket:", Status.Done)]
    [InlineData("[~]", Status.Rejected)]
    [InlineData("[wait]", Status.Deferred)]
    internal void The_settings_go_before_the_legend(string value, Status expected)
    {
        var options = new ReadingOptions
        {
            Statuses = ImmutableDictionary
                .Create<string, Status>()
                .Add("Parked", Status.ToDo)
                .Add("⭐", Status.InProgress)
                .Add(":rocket:", Status.Done),
            Boxes = ImmutableDictionary.Create<string, Status>().Add("~", Status.Rejected).Add("WAIT", Status.Deferred),
        };

        Assert.Equal(expected, new StatusVocabulary(options).With(Legend.Read(["[~] done, ⭐ open"])).Leading(value));
    }

    [Theory]
    [InlineData("100%", Status.Done)]
    [InlineData("0 %", null)]
    [InlineData("0%", Status.ToDo)]
    [InlineData("40% (two of five)", null)]
    [InlineData("40%", Status.InProgress)]
    [InlineData("N/A", Status.Rejected)]
    [InlineData("Na fila", Status.ToDo)]
    [InlineData("Na prova", null)]
    [InlineData("[wip]", Status.InProgress)]
    [InlineData("[Blocked]", Status.Deferred)]
    [InlineData("[√]", Status.Done)]
    [InlineData("[X]", Status.Done)]
    [InlineData("[>]", Status.Deferred)]
    [InlineData("❌", Status.Rejected)]
    [InlineData("❌ No tests", null)]
    [InlineData(":x: Not started", Status.ToDo)]
    [InlineData("-", null)]
    internal void Words_signs_and_boxes(string value, Status? expected) =>
        Assert.Equal(expected, StatusVocabulary.BuiltIn.Leading(value));

    [Theory]
    [InlineData("Yes", Status.Done)]
    [InlineData("x", Status.Done)]
    [InlineData("no", Status.ToDo)]
    [InlineData("✅", Status.Done)]
    [InlineData("[ ]", Status.ToDo)]
    [InlineData("✅ in May", null)]
    [InlineData("", null)]
    internal void Answers_in_a_column_such_as_Done(string value, Status? expected) =>
        Assert.Equal(expected, StatusVocabulary.BuiltIn.OfAnswer(value));
}

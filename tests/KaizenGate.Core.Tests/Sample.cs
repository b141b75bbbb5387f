using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests;

/// <summary>Hand-made backlogs for tests that need no text.</summary>
internal static class Sample
{
    public static DateOnly AsOf { get; } = new(2026, 3, 2);

    /// <summary>Places the items on lines 3, 6, 9 … and gives them their order.</summary>
    public static Backlog Backlog(params IEnumerable<Improvement> items) =>
        new()
        {
            File = SourceFile.Named("IMPROVEMENTS.md"),
            Improvements =
            [
                .. items.Select(
                    (item, order) =>
                        item with
                        {
                            Order = order,
                            Span = SourceSpan.OnLine(100 * (order + 1), item.Title.Length, 3 * (order + 1), 5),
                        }
                ),
            ],
        };

    public static Improvement Item(
        string title,
        double? impact = null,
        double? effort = null,
        Status status = Status.ToDo,
        string? id = null
    )
    {
        var missing = new List<string>();
        if (impact is null)
        {
            missing.Add("impact");
        }

        if (effort is null)
        {
            missing.Add("effort");
        }

        return new Improvement
        {
            Title = title,
            Span = SourceSpan.OnLine(0, title.Length, 1, 1),
            Form = ImprovementForm.Heading,
            Key = id ?? title,
            Id = id,
            Status = status,
            Impact = impact is { } i ? Written(i) : null,
            Effort = effort is { } e ? Written(e) : null,
            Score = impact * (11 - effort),
            MissingForScore = [.. missing],
        };
    }

    public static Written<T> Written<T>(T value, int line = 1, int column = 1) =>
        new(value, $"{value}", SourceSpan.OnLine(0, $"{value}".Length, line, column));

    /// <summary>Entries on consecutive lines that were not read.</summary>
    public static UnreadParts Unread(string reason, int count, int line = 20) =>
        new(SourceSpan.OnLine(10 * line, 5, line, 3), [.. Enumerable.Range(line, count)], reason, "");

    /// <summary>The backlog with two unread entries.</summary>
    public static Backlog WithUnread(this Backlog backlog) =>
        backlog with
        {
            Account = new() { Read = backlog.Improvements.Length, Unread = [Unread("it has no box", 2)] },
        };

    public static DateOnly DaysAgo(int days) => AsOf.AddDays(-days);

    public static RuleContext Context(Rule rule, Backlog backlog, GateSettings? settings = null) =>
        new()
        {
            Rule = rule,
            Backlog = backlog,
            Settings = settings ?? GateSettings.Default,
            AsOf = AsOf,
        };

    /// <summary>What a rule says of a backlog.</summary>
    public static RuleResult[] Check(Rule rule, Backlog backlog, GateSettings? settings = null) =>
        [.. rule.Check(Context(rule, backlog, settings))];
}

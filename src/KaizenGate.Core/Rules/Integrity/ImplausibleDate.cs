using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Integrity;

/// <summary>KZ910.</summary>
internal static class ImplausibleDate
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ910",
            Name = "implausible-date",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Warning,
            Summary =
                "An improvement is dated more than 14 days before the first revision that contains it, or a commit after today.",
            Rationale =
                "The rules about flow count what happens in a window of weeks. A wrong date would move a capture out of the window, "
                + "or hide it until the date is reached.",
            Remedy =
                "Correct the capture dates, or remove them: the history knows the day. Correct the clock of the machine that made "
                + "the commit.",
            Guard = "git history",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { CommitDays.IsDefault: false } timeline)
        {
            return context.Backlog.Improvements.Any(item => item.Captured is not null)
                ? [NotEnoughData.CommitDays(context, 0)!]
                : [];
        }

        return [.. Backdated(context, timeline), .. Future(context, timeline)];
    }

    private static IEnumerable<Violation> Backdated(RuleContext context, Timeline timeline)
    {
        var dates = timeline.Ignored.OfType<BackdatedCapture>().ToDictionary(date => date.Key);
        if (dates.Count == 0)
        {
            yield break;
        }

        var found = context
            .Backlog.Improvements.Select(item => (Item: item, Date: dates.GetValueOrDefault(timeline.KeyOf(item))))
            .Where(one => one.Date is not null && one.Item.Captured?.Value == one.Date.Stated)
            .ToList();
        if (found is [var (item, date), ..])
        {
            var days = Wording.Count(date!.Counted.DayNumber - date.Stated.DayNumber, "day");
            yield return new Violation(
                item.Captured!.Span,
                $"{Quote.Of(item.Title)} is dated {Wording.Day(date.Stated)}, {days} before the first revision that contains it "
                    + $"({Wording.Day(date.Counted)}){Others(found.Count, "improvement")}; the date of the commit counts"
            );
        }
    }

    private static IEnumerable<Violation> Future(RuleContext context, Timeline timeline)
    {
        ImmutableArray<FutureCommit> found = [.. timeline.Ignored.OfType<FutureCommit>()];
        if (found is [var first, ..])
        {
            yield return new Violation(
                SourceSpan.FileStart,
                $"commit {first.Commit[..Math.Min(10, first.Commit.Length)]} is dated {Wording.Day(first.Stated)}, after today"
                    + $"{Others(found.Length, "commit")}; its changes count on {Wording.Day(first.Counted)}"
            );
        }
    }

    private static string Others(int count, string noun) =>
        count == 1 ? "" : $", and so {(count == 2 ? "is" : "are")} {Wording.Count(count - 1, $"other {noun}")}";
}

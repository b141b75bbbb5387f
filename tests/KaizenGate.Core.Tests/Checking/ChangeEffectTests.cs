using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Checking;

public sealed class ChangeEffectTests
{
    private static readonly ChangeRange Range = new() { Description = "since main" };

    [Fact]
    public void A_run_without_a_change_has_no_effect() =>
        Assert.Null(ChangeEffect.Of([Evidence(null, Sample.Item("One"))]));

    [Fact]
    public void Completions_without_a_measured_effect_are_counted()
    {
        var measured = Sample.Item("Two", status: Status.Done) with { HoursSaved = Sample.Written(3d) };
        var effect = Effect(
            Range with
            {
                Completed = ["One", "Two"],
                Captured = ["Two"],
            },
            Sample.Item("One", status: Status.Done),
            measured,
            Sample.Item("Old", status: Status.Done)
        );

        Assert.Equal((2, 1, 1), (effect.Completed, effect.CapturedAsDone, effect.Unmeasured));
    }

    [Fact]
    public void Rejections_without_a_reason_are_counted_in_the_archive_too()
    {
        var explained = Sample.Item("Two", status: Status.Rejected) with { Reason = Sample.Written("too costly") };
        var placeholder = Sample.Item("Three", status: Status.Rejected) with { Reason = Sample.Written("n/a") };
        var backlog = Sample.Backlog(Sample.Item("One", status: Status.Rejected), explained) with
        {
            Archive = Sample.Backlog(placeholder),
        };

        var effect = ChangeEffect.Of([
            new(backlog, new NoHistory("none"), Range with { Rejected = ["One", "Two", "Three"] }),
        ])!;

        Assert.Equal((3, 2), (effect.Rejected, effect.Unexplained));
    }

    [Fact]
    public void Backlogs_are_added()
    {
        var first = Evidence(Range with { Captured = ["A"], Dropped = 2, Delta = new(1, 1, 0) });
        var second = Evidence(Range with { Captured = ["B"], Dropped = 1, Delta = new(0, 1, 1) });

        var effect = ChangeEffect.Of([first, second])!;

        Assert.Equal((2, 3, new FiguresDelta(1, 2, 1)), (effect.Captured, effect.Dropped, effect.Delta));
    }

    [Theory]
    [InlineData(0, "typo in a comment")]
    [InlineData(1, null)]
    public void A_reason_counts_only_if_nothing_was_captured(int captured, string? reason) =>
        Assert.Equal(
            reason,
            Effect(
                Range with
                {
                    CapturedInAll = captured,
                    NoCaptureReasons = ["n/a", "typo in a comment"],
                }
            ).NoCaptureReason
        );

    private static ChangeEffect Effect(ChangeRange range, params Improvement[] items) =>
        ChangeEffect.Of([Evidence(range, items)])!;

    private static Evidence Evidence(ChangeRange? range, params Improvement[] items) =>
        new(Sample.Backlog(items), new NoHistory("none"), range);
}

using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Tests.Reporting.Phrasing;

public sealed class ChangeTextTests
{
    private static readonly ChangeEffect Nothing = new() { Description = "since main" };

    [Fact]
    public void Everything_is_named() =>
        Assert.Equal(
            "3 captured, 15 completed (2 captured as done, 14 not measured), 4 rejected (1 without a reason), 2 dropped, "
                + "5 moved to another backlog",
            ChangeText.Line(
                Nothing with
                {
                    Captured = 3,
                    Completed = 15,
                    CapturedAsDone = 2,
                    Unmeasured = 14,
                    Rejected = 4,
                    Unexplained = 1,
                    Dropped = 2,
                    Moved = 5,
                }
            )
        );

    [Fact]
    public void What_is_zero_is_left_out() =>
        Assert.Equal("1 completed", ChangeText.Line(Nothing with { Completed = 1 }));

    [Fact]
    public void A_change_of_other_files_says_so() =>
        Assert.Equal("nothing captured, completed, rejected, dropped or moved", ChangeText.Line(Nothing));

    [Fact]
    public void The_reason_for_capturing_nothing_is_quoted() =>
        Assert.Equal(
            "nothing captured: \"only a typing error\"",
            ChangeText.Line(Nothing with { NoCaptureReason = "only a typing error" })
        );
}

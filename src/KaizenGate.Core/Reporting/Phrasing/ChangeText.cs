using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>What a change does, in words.</summary>
internal static class ChangeText
{
    /// <summary><c>3 captured, 15 completed (2 captured as done, 15 not measured), 4 rejected (4 without a reason), 2 dropped, 1 moved to another backlog</c>.</summary>
    public static string Line(ChangeEffect change)
    {
        string[] parts =
        [
            Part(change.Captured, "captured"),
            Part(
                change.Completed,
                "completed",
                (change.CapturedAsDone, "captured as done"),
                (change.Unmeasured, "not measured")
            ),
            Part(change.Rejected, "rejected", (change.Unexplained, "without a reason")),
            Part(change.Dropped, "dropped"),
            Part(change.Moved, "moved to another backlog"),
            change.InflowReason is { } more ? $"more than is closed: {Quote.Of(more)}" : "",
            change.NoCaptureReason is { } reason ? $"nothing captured: {Quote.Of(reason)}" : "",
        ];
        var shown = string.Join(", ", parts.Where(part => part.Length > 0));
        return shown.Length > 0 ? shown : "nothing captured, completed, rejected, dropped or moved";
    }

    private static string Part(int count, string what, params (int Count, string What)[] details)
    {
        var shown = string.Join(", ", details.Where(one => one.Count > 0).Select(one => $"{one.Count} {one.What}"));
        return count == 0 ? "" : $"{count} {what}{(shown.Length > 0 ? $" ({shown})" : "")}";
    }
}

using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

/// <summary>Edits of improvements without fields of their own, in every form, are read as meant.</summary>
public sealed class SoftTransitionsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string> Texts() =>
        [
            "# Backlog\n\n## High Priority\n\n### Split the parser\n\nIt has grown.\n\n### Cache the fonts\n\nThey load slowly.\n\n### Sort the log\n\nIt takes long to read.\n",
            "# Backlog\n\n## Next Steps\n\n- Split the parser into files\n- Cache the fonts of the editor\n- Sort the log by time\n",
            "# Backlog\n\n## To Do\n\n[ ] Split the parser\n\n[ ] Cache the fonts\n\n[ ] Sort the log\n",
            "# Backlog\n\n## To Do\n\n98. [ ] Split the parser\n99. [ ] Cache the fonts\n100. [ ] Sort the log\n",
            "# Backlog\n\n## To Do\n\n-\t[ ] Split the parser\n-\t[ ] Cache the fonts\n-\t[ ] Sort the log\n",
            "# Backlog\n\n## To Do\n\n-    [ ] Split the parser\n-    [ ] Cache the fonts\n-    [ ] Sort the log\n",
            "# Backlog\n\n## To Do\n\n1. **Split the parser** - it has grown\n2. **Cache the fonts** - they load slowly\n3. **Sort the log** - it takes long to read\n",
            "# Backlog\n\n## Planned Improvements\n\n**A. Split the parser**\nIt has grown.\n\n**B. Cache the fonts**\nThey load slowly.\n\n**C. Sort the log**\nIt takes long to read.\n",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_score_is_read_again(string text)
    {
        foreach (var index in Enumerable.Range(0, 3))
        {
            var before = Read(text);
            Assert.Equal(3, before.Backlog.Improvements.Length);
            var item = before.Backlog.Improvements[index];

            var now = Scores.Set(before, new GivenScore(item, "8", "2")).Find(item.Key);

            Assert.Equal((8, 2, 72), (now?.Impact?.Value, now?.Effort?.Value, now?.Score));
            Assert.False(now!.Impact!.IsInferred);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_step_is_read_again(string text)
    {
        foreach (var index in Enumerable.Range(0, 3))
        {
            var before = Read(text);
            var item = before.Backlog.Improvements[index];

            var started = Transitions.Start(before, item, Today, "Ada", "p95=30 s");
            var done = Transitions.Done(started, started.Find(item.Key)!, Today, 3, "p95=5 s", "15 h");
            var deferred = Transitions.Defer(before, item, "no time now", Today.AddDays(90));
            var rejected = Transitions.Reject(before, item, "no longer needed");

            Assert.Equal(
                (Status.InProgress, "Ada"),
                (started.Find(item.Key)!.Status, started.Find(item.Key)!.Owner?.Value)
            );
            Assert.Equal((Status.Done, 3d), (done.Find(item.Key)!.Status, done.Find(item.Key)!.TimeSpent?.Value));
            Assert.Equal(
                (Status.Deferred, "no time now"),
                (deferred.Find(item.Key)!.Status, deferred.Find(item.Key)!.Reason?.Value)
            );
            Assert.Equal(Status.Rejected, rejected.Find(item.Key)!.Status);
            Assert.Equal(3, done.Backlog.Improvements.Length);
        }
    }

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("BACKLOG.md"), text, ReadingOptions.Default);
}

using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Editing;

/// <summary>Each edit of the real backlogs next to the repository changes nothing else, or is refused with a place and a remedy.</summary>
public sealed class EditedCorpusTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>All that is refused, by file: rows of tables that have no column for what was measured.</summary>
    private static readonly Dictionary<string, string[]> Refused = new()
    {
        ["036-vibecheck-enhancement-plan.md"] = ["260:8: the table has no column for measured impact"],
        ["063-extensiovitae-old-tasks.md"] = ["28:16: the table has no column for measured impact"],
    };

    public static TheoryData<string> Files() => CorpusFiles.All();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_improvement_is_added_to_every_file_and_nothing_else_changes(string file)
    {
        var before = await CorpusFiles.ReadAsync(file);
        var item = new NewItem("Quokka zeppelin", [(FieldCatalog.Impact, "7"), (FieldCatalog.Effort, "3")])
        {
            Captured = Today,
        };
        var id = NewId.StyleOf(before.Backlog, null).Next(before.Backlog, isRandom: false, () => 0);

        var added = item.AddTo(before, id);

        var key = id.ToUpperInvariant();
        Assert.Equal(before.Backlog.Improvements.Length + 1, added.Backlog.Improvements.Length);
        Assert.Equal(56, added.Find(key)?.Score);
        Assert.Equal(before.Text, CorpusFiles.Without(added, key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Open_improvements_of_every_file_are_completed_and_nothing_else_changes(string file)
    {
        var before = await CorpusFiles.ReadAsync(file);
        var open = CorpusFiles.Open(before.Backlog).ToList();
        var refused = new List<string>();
        foreach (var item in open)
        {
            var (after, refusal) = CorpusFiles.Try(() =>
                Transitions.Done(before, item, Today, 3, "p95 30 s -> 5 s", null)
            );
            if (after is null)
            {
                Assert.Equal(file, refusal!.Error.Path);
                Assert.NotEmpty(refusal.Error.Help);
                refused.Add($"{refusal.Error.Line}:{refusal.Error.Column}: {refusal.Error.Message}");
                continue;
            }

            var now = after.Find(item.Key);
            Assert.Equal(Status.Done, now?.Status);
            Assert.Equal((30, 5), (now?.MeasuredImpact?.Value.Before, now?.MeasuredImpact?.Value.After));
            Assert.Equal(3, now?.TimeSpent?.Value);
            SameRest(before, after, item.Key);
        }

        Assert.Equal(Refused.GetValueOrDefault(file, []), refused);
        Assert.Equal(before.Backlog.Improvements.Any(item => item.IsOpen), open.Count > refused.Count);
    }

    /// <summary>No other line differs; a section for what is completed may be new.</summary>
    private static void SameRest(EditableBacklog before, EditableBacklog after, string key)
    {
        var old = CorpusFiles.Lines(CorpusFiles.Without(before, key));
        var now = CorpusFiles.Lines(CorpusFiles.Without(after, key));
        if (now.Count > old.Count)
        {
            Assert.True(now.Remove("## Completed"), "more than a heading is new");
        }

        Assert.Equal(old, now);
    }
}

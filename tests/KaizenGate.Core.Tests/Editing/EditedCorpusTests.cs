using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Editing;

/// <summary>Each edit of the real backlogs next to the repository changes nothing else, or is refused with a place and a remedy.</summary>
public sealed class EditedCorpusTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

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
        var id = NewId.StyleOf(before.Backlog, null).Next(before.Backlog, 1, isRandom: false, () => 0)[0];

        var (added, refusal) = CorpusFiles.Try(() => item.AddTo(before, id));
        if (added is null)
        {
            AssertRefused(refusal!.Error.Message, "no column for impact", "would not be read as an improvement");
            return;
        }

        var key = id.ToUpperInvariant();
        Assert.Equal(before.Backlog.Improvements.Length + 1, added.Backlog.Improvements.Length);
        Assert.Equal(56, added.Find(key)?.Score);
        var (old, now) = (CorpusFiles.Lines(before.Text), CorpusFiles.Lines(CorpusFiles.Without(added, key)));
        // A section of its priority may be new.
        Assert.All(now.Except(old), line => Assert.StartsWith("#", line, StringComparison.Ordinal));
        Assert.Equal(old, now.Where(old.Contains));
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

        Assert.All(refused, message => AssertRefused(message, "no column for measured impact", "would change how"));
    }

    private static void AssertRefused(string message, params string[] causes) =>
        Assert.Contains(causes, cause => message.Contains(cause, StringComparison.Ordinal));

    /// <summary>No other line differs; a section for what is completed may be new, with the areas that there were before.</summary>
    private static void SameRest(EditableBacklog before, EditableBacklog after, string key)
    {
        var old = CorpusFiles.Lines(CorpusFiles.Without(before, key));
        var now = CorpusFiles.Lines(CorpusFiles.Without(after, key));
        var added = now.ToList();
        old.ForEach(line => added.Remove(line));
        Assert.All(added, line => Assert.True(Name(line) == "Completed" || IsArea(line), $"new: {line}"));
        Assert.Equal(old, now.Where(line => !added.Contains(line) || old.Contains(line)));

        bool IsArea(string line) =>
            line.StartsWith('#') && old.Exists(other => other.StartsWith('#') && Name(other) == Name(line));
    }

    /// <summary>The text of a heading; the line itself when it is none.</summary>
    private static string Name(string line) => line.StartsWith('#') ? line.Trim('#', ' ') : line;
}

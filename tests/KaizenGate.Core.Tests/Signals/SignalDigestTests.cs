using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Signals;

public sealed class SignalDigestTests : IDisposable
{
    private const string Key = "sessions|fails|npm install";
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private readonly ScratchFolder scratch = new();

    public SignalDigestTests() => Directory.CreateDirectory(scratch.PathOf(".git"));

    public void Dispose() => scratch.Dispose();

    private string Path => SignalDigestFile.PathFor(scratch.Path)!;

    [Fact]
    public void What_is_written_is_read()
    {
        var digest = new SignalDigest { Shown = [Key] };
        digest.Add(Key, Monday, new(3, 2, 4.5));
        digest.Observe("sessions", Monday);
        digest.Decide(Key, new(SignalDecisionKind.Rejected, Monday, 12.5, "not ours"));

        SignalDigestFile.Add(Path, digest, Monday);
        var read = SignalDigestFile.Read(Path);

        Assert.Equal(new DailySignal(3, 2, 4.5), read.Of(Key)[Monday]);
        Assert.Equal([Monday], read.ObservedOn("sessions"));
        Assert.Equal(new SignalDecision(SignalDecisionKind.Rejected, Monday, 12.5, "not ours"), read.Decisions[Key]);
        Assert.Equal([Key], read.Shown);
    }

    [Fact]
    public void The_larger_count_of_a_day_stays()
    {
        Write(new(3, 2, 4));
        Write(new(1, 1, 9));

        Assert.Equal(new DailySignal(3, 2, 9), SignalDigestFile.Read(Path).Of(Key)[Monday]);
    }

    [Fact]
    public void Counts_of_over_three_years_before_are_left_out()
    {
        Write(new(3, 2, 4));
        SignalDigestFile.Add(Path, new SignalDigest(), Monday.AddYears(4));

        Assert.Empty(SignalDigestFile.Read(Path).Keys);
    }

    [Fact]
    public void Damaged_lines_are_left_out()
    {
        Write(new(3, 2, 4));
        File.AppendAllText(
            Path,
            "{\"key\":\"a\"}\n[]\nnull\n{\"key\":\"a|b|c\",\"day\":\"2026-03-02\",\"count\":\"x\"}\n{\"key"
        );

        Assert.Equal([Key], SignalDigestFile.Read(Path).Keys);
    }

    [Fact]
    public void All_working_trees_share_it()
    {
        scratch.With(".git/worktrees/b/HEAD");
        File.WriteAllText(scratch.PathOf(".git/worktrees/b/commondir"), "../..\n");
        File.WriteAllText(scratch.PathOf(".git/worktrees/b/gitdir"), scratch.PathOf("b/.git") + "\n");
        scratch.With("b/a.txt");
        File.WriteAllText(scratch.PathOf("b/.git"), $"gitdir: {scratch.PathOf(".git/worktrees/b")}\n");

        Assert.Equal(Path, SignalDigestFile.PathFor(scratch.PathOf("b")));
        Assert.Equal([scratch.Path, scratch.PathOf("b")], SignalDigestFile.WorkingTrees(scratch.Path));
        Assert.Equal(
            [scratch.Path, scratch.PathOf("b")],
            SignalDigestFile.WorkingTrees(scratch.PathOf("b")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_link_in_its_place_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights");
        scratch.With("other.jsonl").WithFolder(".git/kaizen");
        File.CreateSymbolicLink(scratch.PathOf(".git/kaizen/harvest.jsonl"), scratch.PathOf("other.jsonl"));

        Assert.Null(SignalDigestFile.PathFor(scratch.Path));
    }

    [Fact]
    public void One_run_writes_at_a_time()
    {
        Write(new(3, 2, 4));
        using var held = new FileStream(Path + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var refused = Assert.Throws<InputException>(() => Write(new(5, 2, 4)));
        Assert.Contains("at the same time", refused.Error.Help, StringComparison.Ordinal);
        Assert.Equal(3, SignalDigestFile.Read(Path).Of(Key)[Monday].Count);
    }

    [Theory]
    [InlineData("sessions|fails|npm install", "sessions", "fails", "npm install")]
    [InlineData(" git | todo | a|b ", "git", "todo", "a|b")]
    public void A_key_is_read(string text, string source, string rule, string subject) =>
        Assert.Equal(new SignalKey(source, rule, subject), SignalKey.Parse(text));

    [Theory]
    [InlineData("a|b")]
    [InlineData("a||c")]
    [InlineData("the p95 of the build")]
    public void Other_texts_are_not_keys(string text) => Assert.Null(SignalKey.Parse(text));

    private void Write(DailySignal count)
    {
        var digest = new SignalDigest();
        digest.Add(Key, Monday, count);
        SignalDigestFile.Add(Path, digest, Monday);
    }
}

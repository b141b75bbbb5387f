using System.Diagnostics;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>Whenever a run is killed, nothing is lost, later runs are not locked out, and leftovers are removed.</summary>
public sealed class KilledTests(PackedTool tool) : IDisposable
{
    private const string Backlog = "IMPROVEMENTS.md";
    private const string Archive = "IMPROVEMENTS.archive.md";
    private const int Kills = 40;

    /// <summary>More calls than any of these runs has.</summary>
    private const int ManyCalls = 300;

    private static readonly string[] Score = ["score", "IMP-001", "--impact", "3", "--as-of", Samples.AsOf];
    private static readonly string[] Next = ["add", "Sign the packages", "--as-of", Samples.AsOf];

    // IMP-002 was completed on 16 February.
    private static readonly string[] Move = ["archive", "--days", "0", "--as-of", Samples.AsOf];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task An_edit_killed_at_any_system_call_leaves_the_old_file_or_the_new_one()
    {
        var run = new KilledRun(tool, scratch);
        var whyNot = await run.WhyNotAtCallsAsync();
        Assert.SkipUnless(whyNot is null, whyNot ?? "");
        var (old, changed) = await AroundAsync(Score);

        var (olds, news) = (0, 0);
        for (var call = 1; ; call++)
        {
            Assert.True(call < ManyCalls, "the edit never ends");
            scratch.Write(Backlog, old);
            if (!await run.AtCallAsync(call, Score))
            {
                break;
            }

            var found = scratch.Read(Backlog);
            Assert.True(found == old || found == changed, $"killed at call {call}:\n{found}");
            (olds, news) = found == old ? (olds + 1, news) : (olds, news + 1);
            await EditAgainAsync();
        }

        // Otherwise the relevant calls were not traced.
        Assert.True(olds > 3 && news > 0, $"{olds} left the old file, {news} the new one");
    }

    [Fact]
    public async Task An_edit_killed_at_any_moment_leaves_the_old_file_or_the_new_one()
    {
        var (old, changed) = await AroundAsync(Score);
        var run = new KilledRun(tool, scratch);
        var began = Stopwatch.GetTimestamp();
        (await tool.RunAsync(scratch, Score)).MustSucceed();
        var whole = Stopwatch.GetElapsedTime(began);

        for (var kill = 0; kill < Kills; kill++)
        {
            scratch.Write(Backlog, old);
            await run.AfterAsync(whole * (kill / (double)Kills), Score);

            var found = scratch.Read(Backlog);
            Assert.True(found == old || found == changed, $"killed after {kill}/{Kills} of {whole}:\n{found}");
            await EditAgainAsync();
        }
    }

    [Fact]
    public async Task An_improvement_is_in_the_backlog_or_in_the_archive_whenever_archiving_is_killed()
    {
        var run = new KilledRun(tool, scratch);
        var whyNot = await run.WhyNotAtCallsAsync();
        Assert.SkipUnless(whyNot is null, whyNot ?? "");
        var (old, changed) = await AroundAsync(Move);
        var archived = scratch.Read(Archive);
        Assert.DoesNotContain("IMP-002", changed, StringComparison.Ordinal);

        var both = 0;
        for (var call = 1; ; call++)
        {
            Assert.True(call < ManyCalls, "the run never ends");
            scratch.Write(Backlog, old);
            File.Delete(scratch.PathOf(Archive));
            if (!await run.AtCallAsync(call, Move))
            {
                break;
            }

            var backlog = scratch.Read(Backlog);
            var archive = File.Exists(scratch.PathOf(Archive)) ? scratch.Read(Archive) : null;
            Assert.True(backlog == old || backlog == changed, $"killed at call {call}:\n{backlog}");
            Assert.True(archive is null || archive == archived, $"killed at call {call}:\n{archive}");
            Assert.True(backlog == old || archive == archived, $"killed at call {call}: lost");
            both += backlog == old && archive == archived ? 1 : 0;

            // The next run completes the archiving.
            (await tool.RunAsync(scratch, Move)).MustSucceed();
            Assert.Equal(changed, scratch.Read(Backlog));
            Assert.Equal(archived, scratch.Read(Archive));
        }

        Assert.True(both > 0, "it was never killed between the two files");
        Assert.Empty(LeftBehind());
    }

    /// <summary>The backlog before and after a complete run.</summary>
    private async Task<(string Old, string New)> AroundAsync(string[] arguments)
    {
        scratch.Write(Backlog, Samples.Good);
        (await tool.RunAsync(scratch, arguments)).MustSucceed();
        var changed = scratch.Read(Backlog);
        Assert.NotEqual(Samples.Good, changed);
        return (Samples.Good, changed);
    }

    private async Task EditAgainAsync()
    {
        var before = scratch.Read(Backlog).Split('\n');
        Assert.Equal("IMP-003", (await tool.RunAsync(scratch, Next)).MustSucceed().Text);
        Assert.Empty(before.Except(scratch.Read(Backlog).Split('\n')));
        Assert.Empty(LeftBehind());
    }

    /// <summary>Leftover files; not the lock, which all runs share.</summary>
    private IEnumerable<string?> LeftBehind() =>
        Directory
            .EnumerateFileSystemEntries(scratch.Path)
            .Select(Path.GetFileName)
            .Except([Backlog, Archive, $".{Backlog}.lock", $".{Archive}.lock"]);
}

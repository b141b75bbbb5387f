namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>An edit on a full disk changes nothing and reports it.</summary>
public sealed class FullDiskTests(PackedTool tool) : IDisposable
{
    private const string Backlog = "IMPROVEMENTS.md";
    private const string Archive = "IMPROVEMENTS.archive.md";

    /// <summary>A text longer than a block of 4 kB.</summary>
    private static readonly string Long = Samples.Good.Replace(
        "## High Priority\n",
        string.Concat(Enumerable.Range(0, 100).Select(line => $"What the team agreed upon, line {line:000} of many.\n"))
            + "\n## High Priority\n",
        StringComparison.Ordinal
    );

    private readonly Scratch scratch = new Scratch().Write(Backlog, Long);

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("add 'Sign the packages'")]
    [InlineData("score IMP-001 --impact 3")]
    [InlineData("done IMP-001 --hours 3 --measured 'build 9 min → 5 min'")]
    [InlineData("archive --days 0")]
    public async Task A_file_that_reaches_the_size_limit_is_unchanged(string edit)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");

        // Limits files to 4 kB. A process that does not ignore the signal is killed.
        var outcome = await BashAsync(
            $"trap '' XFSZ; ulimit -f 4; exec '{tool.Program}' {edit} --as-of {Samples.AsOf}"
        );

        Refused(outcome);
        Assert.Equal(Long, scratch.Read(Backlog));
        Assert.Empty(LeftBehind());
    }

    [Fact]
    public async Task An_archived_improvement_is_not_archived_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        var run = $"'{tool.Program}' archive --days 0 --as-of {Samples.AsOf}";
        Refused(await BashAsync($"trap '' XFSZ; ulimit -f 4; exec {run}"));
        var archived = scratch.Read(Archive);
        Assert.Contains("IMP-002", archived, StringComparison.Ordinal);

        (await BashAsync(run)).MustSucceed();

        Assert.Equal(archived, scratch.Read(Archive));
        Assert.DoesNotContain("IMP-002", scratch.Read(Backlog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_file_unchanged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no disk can be made here");
        Directory.CreateDirectory(scratch.PathOf("disk"));
        // Three blocks of 4 kB, two of which the backlog uses.
        const string disk = "unshare --user --map-root-user --mount bash -c 'mount -t tmpfs -o size=12k none disk &&";
        var may = await BashAsync($"{disk} true'");
        Assert.SkipUnless(may.ExitCode == 0, $"no disk can be mounted here: {may.Error}");

        var outcome = await BashAsync(
            $"{disk} cp {Backlog} disk && cd disk && {{ \"{tool.Program}\" add \"Sign the packages\"; status=$?; cp {Backlog} ../after.md; ls -A > ../left.txt; exit $status; }}'"
        );

        Refused(outcome);
        Assert.Equal(Long, scratch.Read("after.md"));
        Assert.Equal($".{Backlog}.lock\n{Backlog}\n", scratch.Read("left.txt"));
    }

    private static void Refused(Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Empty(outcome.Output);
        Assert.StartsWith($"{Backlog}: error: cannot be written: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("that the disk is not full", outcome.Error, StringComparison.Ordinal);
    }

    private Task<Outcome> BashAsync(string script) =>
        Command.RunAsync("bash", ["-c", script], scratch.Path, scratch.Environment);

    private IEnumerable<string?> LeftBehind() =>
        Directory.EnumerateFileSystemEntries(scratch.Path, ".kaizen-*").Select(Path.GetFileName);
}

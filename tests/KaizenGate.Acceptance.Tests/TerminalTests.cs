namespace KaizenGate.Acceptance.Tests;

public sealed class TerminalTests(PackedTool tool) : IDisposable
{
    private const char Escape = '\e';

    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.WrongScore);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Output_to_a_file_or_a_pipe_is_not_coloured()
    {
        Assert.DoesNotContain(Escape, (await CheckAsync()).Output);
    }

    [Fact]
    public async Task Colour_can_be_forced()
    {
        scratch.With("FORCE_COLOR", "1");

        Assert.Contains(Escape, (await CheckAsync()).Output);
    }

    [Fact]
    public async Task NO_COLOR_overrides_FORCE_COLOR()
    {
        scratch.With("FORCE_COLOR", "1").With("NO_COLOR", "1");

        Assert.DoesNotContain(Escape, (await CheckAsync()).Output);
    }

    [Theory]
    [InlineData("xterm-256color", true)]
    [InlineData("dumb", false)]
    public async Task A_capable_terminal_is_coloured(string terminal, bool isColoured)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        scratch.With("TERM", terminal);

        var outcome = await Command.RunAsync(
            "script",
            ["--quiet", "--return", "--command", $"'{tool.Program}' check --as-of {Samples.AsOf}", "/dev/null"],
            scratch.Path,
            scratch.Environment
        );

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(isColoured, outcome.Output.Contains(Escape, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80, 40)]
    [InlineData(80, 24)]
    public async Task Findings_of_a_large_backlog_fit_the_screen(int width, int height)
    {
        scratch.Write(
            "IMPROVEMENTS.md",
            string.Concat(
                Enumerable
                    .Range(1, 200)
                    .Select(n =>
                        $"### [IMP-{n:000}] Speed up step {n} of the build\n\n"
                        + (n % 4 == 0 ? "- **Impact:** 8/10\n- **Effort:** 2/10\n- **Score:** 10\n\n" : "")
                    )
            )
        );

        var screen = await ScreenAsync("check", width, height);
        var all = await ScreenAsync("check --all", width, height);

        Assert.True(screen.Length < height, string.Join('\n', screen));
        Assert.All(screen, line => Assert.True(line.Length <= width, line));
        Assert.Contains("error KZ201 unscored · 150 findings", screen);
        Assert.StartsWith("next           dotnet kaizen ", screen[^1], StringComparison.Ordinal);
        Assert.Equal(150, all.Count(line => line.Contains("impact and effort are missing", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task At_a_terminal_the_walk_is_suggested_for_several_improvements_without_a_score()
    {
        scratch.Write("IMPROVEMENTS.md", "### [IMP-001] Cache the packages\n\n### [IMP-002] Sign the packages\n");

        Assert.Equal("next           dotnet kaizen score", (await ScreenAsync("check", 80, 24))[^1]);
        var piped = await tool.RunAsync(scratch, "check", "--by", "rule", "--as-of", Samples.AsOf);
        Assert.EndsWith("dotnet kaizen score IMP-001 --impact N --effort N", piped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_of_a_build_that_look_like_a_terminal_have_one_line_per_finding()
    {
        scratch.With("CI", "true");

        Assert.Contains(
            await ScreenAsync("check", 80, 24),
            line => line.StartsWith("IMPROVEMENTS.md:", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("check --verbose")]
    [InlineData("history")]
    [InlineData("read")]
    [InlineData("rules")]
    [InlineData("schema")]
    public async Task A_closed_pipe_is_not_an_error(string arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        var script = $"'{tool.Program}' {arguments} | true; echo ${{PIPESTATUS[0]}}";

        var outcome = await Command.RunAsync("bash", ["-c", script], scratch.Path, scratch.Environment);

        Assert.Equal(arguments.StartsWith("check", StringComparison.Ordinal) ? "1" : "0", outcome.Text);
        Assert.Empty(outcome.Error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check --format json")]
    [InlineData("history")]
    [InlineData("read --json")]
    [InlineData("rules")]
    public async Task A_full_disk_exits_with_2(string arguments)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");

        var outcome = await Command.RunAsync(
            "bash",
            ["-c", $"'{tool.Program}' {arguments} > /dev/full"],
            scratch.Path,
            scratch.Environment
        );

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.StartsWith("error: writing failed: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_working_folder_exits_with_2()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such a folder cannot be deleted");

        var outcome = await Command.RunAsync(
            "bash",
            ["-c", $"mkdir gone && cd gone && rmdir ../gone && '{tool.Program}' check"],
            scratch.Path,
            scratch.Environment
        );

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.StartsWith("error: the working folder", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>The lines that a command prints on a terminal of a size.</summary>
    private async Task<string[]> ScreenAsync(string arguments, int width, int height)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        scratch.With("TERM", "xterm-256color").With("NO_COLOR", "1");
        var outcome = await Command.RunAsync(
            "script",
            [
                "--quiet",
                "--return",
                "--command",
                $"stty cols {width} rows {height} && '{tool.Program}' {arguments} --as-of {Samples.AsOf}",
                "/dev/null",
            ],
            scratch.Path,
            scratch.Environment
        );
        return outcome
            .Output.Replace("\e[?1h\e=", "", StringComparison.Ordinal)
            .ReplaceLineEndings("\n")
            .TrimEnd('\n')
            .Split('\n');
    }

    private Task<Outcome> CheckAsync() => tool.RunAsync(scratch, "check", "--as-of", Samples.AsOf);
}

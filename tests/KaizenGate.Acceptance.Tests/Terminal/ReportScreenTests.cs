namespace KaizenGate.Acceptance.Tests.Terminal;

/// <summary>The report on a real terminal. Markup and control characters in titles are escaped.</summary>
public sealed class ReportScreenTests(PackedTool tool) : IDisposable
{
    private const char Escape = '\e';

    /// <summary>The first escape sequence that the runtime sends to a terminal: application keypad mode.</summary>
    private const string KeypadMode = "\e[?1h\e=";

    private const string Backlog = """
        # Improvements

        ### [IMP-1] [red]Cache[/] the {Escape}[31mfonts{Escape}[0m {Escape}]0;owned{Bell}[link=https://x.example]here[/]

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Status:** Done
        - **Category:** Performance
        - **Captured:** 2026-01-05
        - **Started:** 2026-01-07
        - **Completed:** 2026-01-12
        - **Time Spent:** 2 hours
        - **Time Saved:** 1 h/week

        ### [IMP-2] A title that goes on for longer than any terminal of eighty columns has room for

        - **Status:** Done
        - **Captured:** 2026-01-12
        - **Started:** 2026-01-12
        - **Completed:** 2026-02-02
        - **Time Spent:** 4 hours

        ### [IMP-3] Check before the [blink]commit

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Captured:** 2026-01-05

        """;

    private readonly Scratch scratch = new Scratch()
        .Write(
            "team/IMPROVEMENTS.md",
            Backlog
                .Replace("{Escape}", "\e", StringComparison.Ordinal)
                .Replace("{Bell}", "\a", StringComparison.Ordinal)
        )
        .Write(
            "team/kaizen.json",
            """{ "metrics": { "[red]p95[/]": { "better": "lower", "unit": "s", "source": "m.csv" } } }"""
        )
        .Write("team/m.csv", "date,metric,value\n2026-02-01,[red]p95[/],3\n2026-02-02,[red]p95[/],4\n")
        .With("TERM", "xterm-256color");

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public async Task The_report_fits_the_terminal(int width)
    {
        scratch.With("NO_COLOR", "1");

        var screen = await ScreenAsync(width);

        Assert.DoesNotContain(Escape, screen);
        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= width, line));
        var golden = Repository.PathOf($"tests/KaizenGate.Acceptance.Tests/Terminal/report-{width}.txt");
        if (Repository.Refresh)
        {
            await File.WriteAllTextAsync(golden, screen, TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            (await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"),
            screen
        );
    }

    [Fact]
    public async Task Colours_in_a_title_are_removed()
    {
        var screen = await ScreenAsync(80);

        Assert.Contains("\e[1mImprovement report\e[0m of team", screen, StringComparison.Ordinal);
        Assert.Contains("[red]Cache[/]", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[31mfonts", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("\e]", screen, StringComparison.Ordinal);
        Assert.DoesNotContain('\a', screen);
    }

    [Fact]
    public async Task A_pipe_gets_the_same_text_without_colours()
    {
        scratch.With("NO_COLOR", "1");

        var piped = await Command.RunAsync(tool.Program, Report, scratch.PathOf("team"), scratch.Environment);

        Assert.Contains(
            "\n  identified              3 in the period (arrivals 0.4/week)\n",
            piped.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(piped.MustSucceed().Output, await ScreenAsync(100));
    }

    [Fact]
    public async Task A_dumb_terminal_gets_plain_text()
    {
        scratch.With("TERM", "dumb");

        Assert.DoesNotContain(Escape, await ScreenAsync(80));
    }

    private static string[] Report => ["report", "--no-history", "--as-of", "2026-03-02"];

    /// <summary>The output on a terminal with this number of columns.</summary>
    private async Task<string> ScreenAsync(int width)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        var outcome = await Command.RunAsync(
            "script",
            [
                "--quiet",
                "--return",
                "--command",
                $"stty cols {width} rows 24 && '{tool.Program}' {string.Join(' ', Report)}",
                "/dev/null",
            ],
            scratch.PathOf("team"),
            scratch.Environment
        );
        return outcome.MustSucceed().Output.Replace(KeypadMode, "", StringComparison.Ordinal).ReplaceLineEndings("\n");
    }
}

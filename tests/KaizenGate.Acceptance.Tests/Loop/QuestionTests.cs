namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>Missing values are asked for at a terminal only.</summary>
public sealed class QuestionTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.Good);

    /// <summary>The files that the tests write about the terminal.</summary>
    private readonly Scratch around = new();

    public void Dispose()
    {
        scratch.Dispose();
        around.Dispose();
    }

    [Fact]
    public async Task At_a_terminal_missing_values_are_asked_for()
    {
        // The title, an invalid and a valid impact, the effort, the category, and nothing for the last two.
        var outcome = await TypeAsync("add", "Sign the packages", "eleven", "7", "2", "Security", "", "");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains("What could be better?", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("error: ", outcome.Output, StringComparison.Ordinal);
        // 7 × (11 − 2)
        Assert.Contains(
            "### [IMP-003] Sign the packages\n\n- **Impact:** 7/10\n- **Effort:** 2/10\n- **Priority Score:** 63\n",
            scratch.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
        Assert.Contains("- **Category:** Security\n", scratch.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_values_are_not_asked_for()
    {
        var outcome = await TypeAsync("add \"Sign the packages\" --impact 7 --effort 2", "Security", "", "");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.DoesNotContain("What could be better?", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("- **Category:** Security\n", scratch.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_title_nothing_is_added()
    {
        var outcome = await TypeAsync("add", "");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("the title is missing", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(Samples.Good, scratch.Read("IMPROVEMENTS.md"));
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_asked()
    {
        var outcome = await tool.RunAsync(scratch, "add");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.DoesNotContain("What could be better?", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("the title is missing", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Samples.Good, scratch.Read("IMPROVEMENTS.md"));
    }

    /// <summary>Ctrl-C ends the command as its signal does, Ctrl-D as a missing value does.</summary>
    [Theory]
    [InlineData('\u0003', 130)]
    [InlineData('\u0004', 2)]
    public async Task Every_question_can_be_left_and_nothing_is_written(char key, int exitCode)
    {
        foreach (
            var (arguments, question) in ((string, string)[])
                [
                    ("add", "What could be better?"),
                    ("add title", "impact:"),
                    ("score IMP-001", "Impact, 1 to 10:"),
                    ("done IMP-001", "Hours spent"),
                    ("defer IMP-001", "Why?"),
                    ("reject IMP-001", "Why?"),
                ]
        )
        {
            await LeaveAsync(arguments, question, key, exitCode);
        }
    }

    [Theory]
    [InlineData('\u0003', 130)]
    [InlineData('\u0004', 0)]
    public async Task The_questions_of_adopt_and_init_can_be_left_too(char key, int exitCode)
    {
        await LeaveAsync("adopt", "[Y/n]", key, exitCode);
        // The settings of init are complete before it offers to adopt.
        await LeaveAsync("init", "Adopt this list? [Y/n]", key, exitCode, written: "kaizen.json");
    }

    /// <summary>Answers a question with a key. The files and the state of the terminal must be as before.</summary>
    private async Task LeaveAsync(string arguments, string question, char key, int exitCode, string? written = null)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        var files = Files();
        using var terminal = new TerminalSession(
            scratch,
            $"trap : INT; stty -g >{around.PathOf("before")}; '{tool.Program}' {arguments}; echo code $?; stty -g >{around.PathOf("after")}"
        );
        await terminal.WaitForAsync(question);
        await terminal.TypeUntilAsync(key, $"code {exitCode}");
        await terminal.EndAsync();
        Assert.Equal(around.Read("before"), around.Read("after"));
        var after = Files();
        Assert.Equal(written is not null, after.Remove(scratch.PathOf(written ?? "")));
        Assert.Equal(files, after);
    }

    private SortedDictionary<string, string> Files() =>
        new(
            Directory
                .GetFiles(scratch.Path, "*.*")
                .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
                .ToDictionary(path => path, File.ReadAllText),
            StringComparer.Ordinal
        );

    /// <summary>Runs the tool at a terminal and types lines.</summary>
    private Task<Outcome> TypeAsync(string arguments, params string[] lines)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        scratch.Write("typed.txt", string.Join('\n', lines) + "\n");
        return Command.RunAsync(
            "bash",
            ["-c", $"script --quiet --return --command '\"{tool.Program}\" {arguments}' /dev/null < typed.txt"],
            scratch.Path,
            scratch.With("TERM", "dumb").Environment
        );
    }
}

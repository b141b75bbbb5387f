using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary><c>score</c> without an id, on a pseudo terminal.</summary>
public sealed partial class WalkTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_hundred_improvements_take_two_keys_each()
    {
        Write(Enumerable.Range(1, 100).Select(n => $"### [IMP-{n:000}] Speed up step {n}\n\n"));
        var keys = string.Concat(Enumerable.Range(1, 100).Select(n => $"{n % 10}{n / 10 % 10}"));
        Assert.InRange(keys.Length, 100, 250);

        var outcome = await TypeAsync(keys);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains("100 of 100  IMP-100 Speed up step 100", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("scored 100, deferred 0, rejected 0; 0 of 100 left", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(100, ImpactLine().Count(Text));
        // Improvement 27 got 7 and 2, improvement 100 got 10 and 10: 0 is 10.
        Assert.Contains("Speed up step 27\n\n- **Impact:** 7/10\n- **Effort:** 2/10\n", Text, StringComparison.Ordinal);
        Assert.Contains(
            "Speed up step 100\n\n- **Impact:** 10/10\n- **Effort:** 10/10\n",
            Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_answer_is_saved_and_the_last_can_be_undone()
    {
        Write(["### One\n\n", "### Two\n\n- **Impact:** 8/10\n\n", "### Three\n\nIt is slow.\n\n", "### Four\n\n"]);

        // One gets 9 and 1, Two only the missing 2, Three is skipped, Four deferred. Undo twice, then Three is rejected.
        var outcome = await TypeAsync("912sdtoo early\n2999-01-01\nuurno value\nsx");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains("3 of 4  Three", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("| It is slow.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("scored 2, deferred 0, rejected 1; 1 of 4 left", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("### One\n\n- **Impact:** 9/10\n- **Effort:** 1/10\n", Text, StringComparison.Ordinal);
        Assert.Contains("### Two\n\n- **Impact:** 8/10\n- **Effort:** 2/10\n", Text, StringComparison.Ordinal);
        Assert.Matches("### Three\n\n(.|\n)*Status:\\*\\* Rejected\n(.|\n)*Reason:\\*\\* no value\n", Text);
        Assert.EndsWith("### Four\n", Text.TrimEnd('\n') + "\n", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q", 0)]
    [InlineData("\u0003", 130)]
    [InlineData("\u0004", 0)]
    [InlineData("", 0)]
    public async Task The_walk_can_be_left_between_two_keys(string key, int exitCode)
    {
        Write(["### [A-1] One\n\n", "### [A-2] Two\n\n"]);

        // A key that is typed before the program runs would reach the shell. At the end of its input, `script` types Ctrl-D.
        var outcome = await TypeAsync("91", $"5{key}");

        Assert.True(outcome.ExitCode == exitCode, outcome.ToString());
        Assert.Contains("scored 1, deferred 0, rejected 0; 1 of 2 left", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("One\n\n- **Impact:** 9/10\n- **Effort:** 1/10\n", Text, StringComparison.Ordinal);
        Assert.Single(ImpactLine().Matches(Text));
    }

    [Fact]
    public async Task A_question_mark_explains_the_numbers_and_other_keys_name_the_keys()
    {
        Write(["### [A-1] One\n\n"]);

        var outcome = await TypeAsync("8?x82");

        Assert.Contains("impact 7-8  ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("effort 2      up to 2 h", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Press 1 to 9, or 0 for 10, s, d, r, u, ? or q.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("score 72, high priority", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_the_backlog_cannot_control_the_terminal()
    {
        Write(["### [A-1] One \u001b[31mred\u009b\n\n\u001b]0;title\u0007 text\n\n"]);

        var outcome = await TypeAsync("q");

        Assert.DoesNotContain("\u001b[31m", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b]0", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u009b', outcome.Output);
    }

    [Theory]
    [InlineData("score")]
    [InlineData("score --json")]
    [InlineData("score --dry-run")]
    public async Task Without_a_terminal_an_id_is_needed(string arguments)
    {
        Write(["### [A-1] One\n\n"]);

        var outcome = await tool.RunAsync(scratch, arguments.Split(' '));

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("dotnet kaizen score ID --impact N --effort N", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("dotnet kaizen score --json -", outcome.Error, StringComparison.Ordinal);
    }

    private string Text => scratch.Read("IMPROVEMENTS.md");

    private void Write(IEnumerable<string> items) =>
        scratch.Write("IMPROVEMENTS.md", $"# Improvements\n\n{string.Concat(items)}");

    /// <summary>Types keys at a terminal, each part after the improvement of its number is shown.</summary>
    private Task<Outcome> TypeAsync(params string[] parts)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        var typing = new StringBuilder();
        for (var part = 0; part < parts.Length; part++)
        {
            scratch.Write($"typed.{part}", parts[part]);
            typing.Append(
                CultureInfo.InvariantCulture,
                $"for i in {{1..600}}; do grep -q '^{part + 1} of ' shown.txt && break; sleep 0.1; done; cat typed.{part}; "
            );
        }

        scratch.Write("shown.txt", "");
        return Command.RunAsync(
            "bash",
            ["-c", $"({typing}) | script --quiet --flush --return --command '\"{tool.Program}\" score' shown.txt"],
            scratch.Path,
            scratch.With("TERM", "dumb").Environment
        );
    }

    [GeneratedRegex(@"^- \*\*Impact:\*\* \d+/10$", RegexOptions.Multiline)]
    private static partial Regex ImpactLine();
}

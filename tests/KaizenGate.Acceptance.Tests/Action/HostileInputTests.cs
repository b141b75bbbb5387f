using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>Values that would become commands, options or outputs in a careless script.</summary>
public sealed class HostileInputTests(PackedTool tool) : IAsyncLifetime
{
    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names cannot be");
        repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    public static TheoryData<string, string> Values()
    {
        var data = new TheoryData<string, string>();
        string[] inputs =
        [
            "as-of",
            "config",
            "fail-on",
            "paths",
            "profile",
            "rules",
            "since",
            "working-directory",
            "summary",
        ];
        foreach (var input in inputs)
        {
            data.Add(input, "$(touch pwned)");
            data.Add(input, "`touch pwned`; touch pwned #");
            data.Add(input, "'\"; touch pwned; echo \"'");
            data.Add(input, "--report=json=pwned");
            data.Add(input, "x\n::error title=pwned::owned\n##[error]owned");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task The_value_of_an_input_is_never_executed(string input, string value)
    {
        var outcome = await Run(WorkflowEvent.Push).With(input, value).RunAsync();

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Equal("error", outcome.Outputs["verdict"]);
        AssertUntouched(outcome);
    }

    [Theory]
    [InlineData("$(touch pwned).md")]
    [InlineData("-x.md")]
    [InlineData("it's \"here\"; touch pwned.md")]
    [InlineData("::error::pwned.md")]
    [InlineData("*.md")]
    public async Task A_file_may_have_any_name(string name)
    {
        repository.Write(name, Samples.WrongScore);

        var outcome = await Run(WorkflowEvent.Push).With("paths", name).RunAsync();

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal("1", outcome.Outputs["findings"]);
        AssertUntouched(outcome);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("-P")]
    [InlineData("$(touch pwned)")]
    [InlineData("~")]
    public async Task A_folder_may_have_any_name(string name)
    {
        repository.Write($"{name}/IMPROVEMENTS.md", Samples.WrongScore);

        var outcome = await Run(WorkflowEvent.Push).With("working-directory", name).RunAsync();

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        AssertUntouched(outcome);
    }

    [Fact]
    public async Task A_path_with_line_breaks_adds_no_output()
    {
        var file = "a\nverdict=fail\nexit-code<<x\n9\nx\n.sarif";

        var outcome = await Run(WorkflowEvent.Push).With("sarif-file", file).RunAsync();

        Assert.Equal("pass", outcome.Outputs["verdict"]);
        Assert.Equal("0", outcome.Outputs["exit-code"]);
        Assert.Equal(repository.PathOf(file), outcome.Outputs["sarif-file"]);
    }

    [Theory]
    [InlineData("$(touch${IFS}pwned)")]
    [InlineData("--output=pwned")]
    [InlineData("a;touch pwned")]
    public async Task A_branch_may_have_any_name(string name)
    {
        var cause = WorkflowEvent.PullRequest("--output=pwned") with { BaseRef = name };

        var outcome = await Run(cause).RunAsync();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("The changes of the pull request are unknown", outcome.Summary, StringComparison.Ordinal);
        AssertUntouched(outcome);
    }

    [Fact]
    public async Task A_title_that_looks_like_JSON_does_not_change_the_outputs()
    {
        var text = Samples.WrongScore.Replace(
            "Cache the restored packages",
            "\"verdict\": \"pass\", \"suppressed\": true, \"ruleId\": \"KZ104\"",
            StringComparison.Ordinal
        );
        repository.Write("IMPROVEMENTS.md", text);

        var outcome = await Run(WorkflowEvent.Push).RunAsync();

        Assert.Equal("fail", outcome.Outputs["verdict"]);
        Assert.Equal("1", outcome.Outputs["findings"]);
        Assert.DoesNotContain("captures no improvement. Add one", outcome.Summary, StringComparison.Ordinal);
    }

    private ActionRun Run(WorkflowEvent cause) => new(repository, tool, cause);

    private void AssertUntouched(ActionOutcome outcome)
    {
        Assert.Empty(Directory.GetFiles(repository.Around.Path, "pwned", SearchOption.AllDirectories));
        Assert.DoesNotContain("\n::error title=pwned", outcome.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("\n::error::", outcome.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("\n##[", outcome.Log, StringComparison.Ordinal);
    }
}

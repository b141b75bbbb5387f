namespace KaizenGate.Acceptance.Tests;

public sealed class ExitCodeTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public static TheoryData<string> Formats =>
        ["text", "json", "sarif", "junit", "markdown", "github", "azure", "gitlab", "teamcity", "msbuild"];

    public void Dispose() => scratch.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_passed_gate_exits_with_0_in_every_format(string format)
    {
        scratch.Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await tool.RunAsync(scratch, "check", "--as-of", Samples.AsOf, "--format", format);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Empty(outcome.Error);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_failed_gate_exits_with_1_in_every_format(string format)
    {
        scratch.Write("IMPROVEMENTS.md", Samples.WrongScore);

        var outcome = await tool.RunAsync(scratch, "check", "--as-of", Samples.AsOf, "--format", format);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("KZ203", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(outcome.Error);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_input_error_exits_with_2_in_every_format(string format)
    {
        var outcome = await tool.RunAsync(scratch, "check", "missing.md", "--format", format);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("missing.md: error: no such file or folder.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_backlog_fails_the_gate()
    {
        var outcome = await tool.RunAsync(scratch, "check");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("KZ101", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chekc", "Did you mean check?")]
    [InlineData("check --fromat json", "Did you mean --format?")]
    [InlineData("check --format jsn", "Did you mean \"json\"?")]
    [InlineData("check --profile strikt", "Did you mean \"strict\"?")]
    [InlineData("check --rule KZ2O1=off", "Did you mean \"KZ201\"?")]
    [InlineData("check --as-of yesterday", "2026-03-02")]
    [InlineData("check --report sarif", "FORMAT=PATH")]
    [InlineData("explain KZ3O1", "Did you mean \"KZ301\"?")]
    [InlineData("completion bsh", "Did you mean \"bash\"?")]
    public async Task A_wrong_argument_exits_with_2_and_suggests_the_right_one(string arguments, string help)
    {
        scratch.Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await tool.RunAsync(scratch, arguments.Split(' '));

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(help, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task Invalid_settings_exit_with_2_and_their_place()
    {
        scratch.Write("IMPROVEMENTS.md", Samples.Good).Write("kaizen.json", "{\n  \"poeple\": 3\n}\n");

        var outcome = await tool.RunAsync(scratch, "check");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.StartsWith("kaizen.json:2:3: error: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("people", outcome.Error, StringComparison.Ordinal);
    }
}

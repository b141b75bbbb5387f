using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

public sealed class InputTests(PackedTool tool) : IAsyncLifetime
{
    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash may be that of another system");
        repository = await GitRepository.CreateAsync();
        await repository
            .Write("team one/IMPROVEMENTS.md", Samples.WrongScore)
            .Write("team two/IMPROVEMENTS.md", Samples.Good)
            .CommitAsync("2026-02-20");
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("team one", "fail")]
    [InlineData("team two", "pass")]
    public async Task The_backlog_is_that_of_the_working_directory(string folder, string verdict) =>
        Assert.Equal(verdict, (await Run().With("working-directory", folder).RunAsync()).Outputs["verdict"]);

    [Fact]
    public async Task A_missing_working_directory_is_an_input_error()
    {
        var outcome = await Run().With("working-directory", "team three").RunAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("error", outcome.Outputs["verdict"]);
        Assert.Contains("team three", Assert.Single(outcome.Annotations("error")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_are_given_one_per_line()
    {
        var outcome = await Run().With("paths", "team one/IMPROVEMENTS.md\r\n\nteam two/IMPROVEMENTS.md\n").RunAsync();

        Assert.Contains("| team one/IMPROVEMENTS.md |", outcome.Summary, StringComparison.Ordinal);
        Assert.Contains("| team two/IMPROVEMENTS.md |", outcome.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules", "KZ906=off\nKZ203=off")]
    [InlineData("profile", "advisory")]
    [InlineData("fail-on", "never")]
    [InlineData("config", "own.json")]
    public async Task Severities_can_be_set(string input, string value)
    {
        repository.Write("team one/own.json", """{ "rules": { "KZ203": "off" } }""");

        var outcome = await Run().With("working-directory", "team one").With(input, value).RunAsync();

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 1)]
    public async Task The_baseline_can_be_turned_off(string value, int status)
    {
        repository.Write(
            "team one/kaizen.baseline.json",
            """{ "schemaVersion": 1, "entries": [{ "rule": "KZ203", "item": "IMP-001", "path": "team one/IMPROVEMENTS.md", "date": "2026-02-20" }] }"""
        );
        repository.Write("team one/kaizen.json", "{}");

        var outcome = await Run().With("working-directory", "team one").With("baseline", value).RunAsync();

        Assert.True(outcome.ExitCode == status, outcome.ToString());
    }

    [Fact]
    public async Task Annotations_summary_and_upload_can_be_turned_off()
    {
        var outcome = await Run()
            .With("working-directory", "team one")
            .With("annotations", "false")
            .With("summary", "false")
            .With("upload-sarif", "false")
            .RunAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("::error", outcome.Log, StringComparison.Ordinal);
        Assert.Empty(outcome.Summary);
        Assert.Null(outcome.Upload);
    }

    [Fact]
    public async Task Reports_are_written_to_the_given_paths()
    {
        var outcome = await Run()
            .With("working-directory", "team two")
            .With("sarif-file", "out/a b.sarif")
            .With("junit-file", repository.PathOf("junit.xml"))
            .RunAsync();

        Assert.Equal(repository.PathOf("team two/out/a b.sarif"), outcome.Outputs["sarif-file"]);
        Assert.True(File.Exists(outcome.Outputs["sarif-file"]));
        Assert.True(File.Exists(repository.PathOf("junit.xml")));
    }

    [Theory]
    [InlineData("annotations")]
    [InlineData("baseline")]
    [InlineData("only-changed")]
    [InlineData("pull-request")]
    [InlineData("require-history")]
    [InlineData("summary")]
    [InlineData("upload-sarif")]
    public async Task A_boolean_input_must_be_true_or_false(string input)
    {
        var outcome = await Run().With(input, "yes").RunAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("error", outcome.Outputs["verdict"]);
        Assert.Contains($"the input {input} is \"yes\"", outcome.Log, StringComparison.Ordinal);
    }

    private ActionRun Run() => new(repository, tool, WorkflowEvent.Push);
}

using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

public sealed class PushTests(PackedTool tool) : IAsyncLifetime
{
    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash may be that of another system");
        repository = await GitRepository.CreateAsync();
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_failed_gate_fails_the_job_and_annotates_the_line()
    {
        await repository.Write("IMPROVEMENTS.md", Samples.WrongScore).CommitAsync("2026-02-20");
        var run = new ActionRun(repository, tool, WorkflowEvent.Push);

        var outcome = await run.RunAsync();

        var error = Assert.Single(outcome.Annotations("error"));
        Assert.StartsWith("::error file=IMPROVEMENTS.md,line=9,endLine=9,col=23,", error, StringComparison.Ordinal);
        Assert.Contains("title=KZ203 priority-score-mismatch::", error, StringComparison.Ordinal);
        Golden.Matches("failed", run, outcome);
    }

    [Fact]
    public async Task A_passed_gate_passes_the_job()
    {
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
        var run = new ActionRun(repository, tool, WorkflowEvent.Push);

        var outcome = await run.RunAsync();

        // Rules that were not evaluated are in the summary only.
        Assert.DoesNotContain(outcome.Log.Split('\n'), line => line.StartsWith("::", StringComparison.Ordinal));
        Golden.Matches("passed", run, outcome);
    }

    [Fact]
    public async Task The_reports_are_written_and_SARIF_is_uploaded()
    {
        await repository.Write("IMPROVEMENTS.md", Samples.WrongScore).CommitAsync("2026-02-20");

        var outcome = await new ActionRun(repository, tool, WorkflowEvent.Push)
            .With("sarif-category", "backlog")
            .RunAsync();

        Assert.Equal(outcome.Outputs["sarif-file"], outcome.Upload!["sarif_file"]);
        Assert.Equal("backlog", outcome.Upload["category"]);
        var read = TestContext.Current.CancellationToken;
        Assert.Contains(
            "\"KZ203\"",
            await File.ReadAllTextAsync(outcome.Outputs["sarif-file"], read),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "KZ203",
            await File.ReadAllTextAsync(outcome.Outputs["junit-file"], read),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failed_upload_is_a_warning()
    {
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");

        var outcome = await new ActionRun(repository, tool, WorkflowEvent.Push)
        {
            UploadOutcome = "failure",
        }.RunAsync();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(
            outcome.Annotations("warning"),
            warning => warning.Contains("security-events: write", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Invalid_settings_fail_the_job()
    {
        await repository
            .Write("IMPROVEMENTS.md", Samples.Good)
            .Write("kaizen.json", "{ \"people\": \"many\" }")
            .CommitAsync("2026-02-20");
        var run = new ActionRun(repository, tool, WorkflowEvent.Push);

        var outcome = await run.RunAsync();

        Assert.Equal(2, outcome.ExitCode);
        Golden.Matches("broken-settings", run, outcome);
    }

    [Fact]
    public async Task A_run_without_a_report_fails_the_job()
    {
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");

        var outcome = await new ActionRun(repository, tool, WorkflowEvent.Push).With("as-of", "soon").RunAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("error", outcome.Outputs["verdict"]);
        Assert.Equal("", outcome.Outputs["sarif-file"]);
        Assert.Null(outcome.Upload);
        Assert.Contains("could not run (exit code 2)", outcome.Summary, StringComparison.Ordinal);
    }

    /// <summary>The loader of a system with an older glibc exits with 1, as a failed gate does.</summary>
    [Fact]
    public async Task A_program_that_cannot_start_is_an_error_and_not_a_failed_gate()
    {
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
        repository.Around.Write("program", "#!/bin/sh\necho 'GLIBC_2.99 not found' >&2\nexit 1\n");
        var program = repository.Around.PathOf("program");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var outcome = await new ActionRun(repository, tool, WorkflowEvent.Push) { Program = program }.RunAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("error", outcome.Outputs["verdict"]);
        Assert.Contains(
            "::error title=KaizenGate::the program ended with exit code 1 and without a verdict: GLIBC_2.99 not found",
            outcome.Log,
            StringComparison.Ordinal
        );
        Assert.Contains("could not run", outcome.Summary, StringComparison.Ordinal);
    }
}

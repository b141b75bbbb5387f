namespace KaizenGate.Acceptance.Tests.Init;

public sealed class InitTests(PackedTool tool) : IDisposable
{
    private const string Own = "what was there\n";

    private static readonly string[] Pipelines = ["--github", "--gitlab", "--azure", "--script"];

    private static readonly string[] Written =
    [
        ".azuredevops/kaizen.yml",
        ".github/ISSUE_TEMPLATE/improvement.yml",
        ".github/workflows/kaizen.yml",
        ".gitlab-ci.yml",
        ".gitlab/kaizen.yml",
        ".kaizen/check.sh",
        "IMPROVEMENTS.md",
        "azure-pipelines.yml",
        "kaizen.json",
    ];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_backlog_and_settings_are_written_that_pass_the_gate()
    {
        var outcome = await tool.RunAsync(scratch, "init");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["IMPROVEMENTS.md", "kaizen.json"], Files());
        Assert.Contains("wrote  IMPROVEMENTS.md", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("wrote  kaizen.json", outcome.Output, StringComparison.Ordinal);
        var verdict = await tool.RunAsync(scratch, "check", "--fail-on", "info");
        Assert.True(verdict.ExitCode == 0, verdict.ToString());
    }

    [Fact]
    public async Task A_pipeline_is_written_on_request()
    {
        (await tool.RunAsync(scratch, ["init", .. Pipelines])).MustSucceed();

        Assert.Equal(Written, Files());
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_reports_it()
    {
        await tool.RunAsync(scratch, ["init", .. Pipelines]);
        var before = Written.ToDictionary(file => file, scratch.Read);

        var outcome = await tool.RunAsync(scratch, ["init", .. Pipelines]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(Written, file => Assert.Equal(before[file], scratch.Read(file)));
        Assert.All(Written, file => Assert.Contains($"kept   {file} ", outcome.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("wrote", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Existing_files_are_kept_and_the_missing_part_is_described()
    {
        string[] there = [".github/workflows/kaizen.yaml", ".gitlab-ci.yml", "azure-pipelines.yml"];
        foreach (var file in there)
        {
            scratch.Write(file, Own);
        }

        var outcome = (await tool.RunAsync(scratch, ["init", .. Pipelines])).MustSucceed();

        Assert.All(there, file => Assert.Equal(Own, scratch.Read(file)));
        Assert.DoesNotContain(".github/workflows/kaizen.yml", Files());
        Assert.Contains("add `- local: .gitlab/kaizen.yml` to its `include`", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "add `- template: .azuredevops/kaizen.yml` to its `steps`",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("docs/Backlog.md")]
    [InlineData(".kaizen/KAIZEN.md")]
    public async Task An_existing_backlog_with_another_usual_name_is_kept(string file)
    {
        scratch.Write(file, Samples.Good);

        var outcome = (await tool.RunAsync(scratch, "init")).MustSucceed();

        Assert.False(File.Exists(scratch.PathOf("IMPROVEMENTS.md")));
        Assert.Contains($"kept   {file}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_backlog_is_written_when_the_settings_define_one()
    {
        scratch.Write("kaizen.json", """{ "backlogs": ["team.md"] }""").Write("team.md", Samples.Good);

        (await tool.RunAsync(scratch, "init")).MustSucceed();

        Assert.Equal(["kaizen.json", "team.md"], Files());
    }

    [Fact]
    public async Task Invalid_settings_are_an_error_before_anything_is_written()
    {
        scratch.Write("kaizen.json", "{");

        var outcome = await tool.RunAsync(scratch, "init", "--github");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(["kaizen.json"], Files());
    }

    [Fact]
    public async Task Pipelines_are_written_to_the_root_of_the_repository()
    {
        Directory.CreateDirectory(scratch.PathOf(".git"));
        Directory.CreateDirectory(scratch.PathOf("team"));

        var outcome = await Command.RunAsync(
            tool.Program,
            ["init", "--github"],
            scratch.PathOf("team"),
            scratch.Environment
        );

        outcome.MustSucceed();
        Assert.Equal(
            [
                ".github/ISSUE_TEMPLATE/improvement.yml",
                ".github/workflows/kaizen.yml",
                "team/IMPROVEMENTS.md",
                "team/kaizen.json",
            ],
            Files()
        );
    }

    [Fact]
    public async Task A_link_out_of_the_repository_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a permission there");
        using var outside = new Scratch();
        Directory.CreateSymbolicLink(scratch.PathOf(".github"), outside.Path);

        var outcome = await tool.RunAsync(scratch, "init", "--github");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
    }

    [Fact]
    public async Task A_broken_link_counts_as_an_existing_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a permission there");
        File.CreateSymbolicLink(scratch.PathOf("azure-pipelines.yml"), scratch.PathOf("nowhere"));

        (await tool.RunAsync(scratch, "init", "--azure")).MustSucceed();

        Assert.False(File.Exists(scratch.PathOf("nowhere")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_created_is_an_error()
    {
        scratch.Write(".gitlab", Own);

        var outcome = await tool.RunAsync(scratch, "init", "--gitlab");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(".gitlab/kaizen.yml: error: cannot be written", outcome.Error, StringComparison.Ordinal);
    }

    private IEnumerable<string> Files() =>
        Directory
            .GetFiles(scratch.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(scratch.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}

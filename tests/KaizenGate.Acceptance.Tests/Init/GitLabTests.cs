using System.ComponentModel;
using KaizenGate.Acceptance.Tests.Action;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Init;

/// <summary>The pipeline and the component for GitLab, validated and evaluated by gitlab-ci-local.</summary>
public sealed class GitLabTests(PackedTool tool) : IAsyncLifetime
{
    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        repository.Environment["NODE_OPTIONS"] =
            $"--import={new Uri(Repository.PathOf("tests/KaizenGate.Acceptance.Tests/Init/sets.mjs"))}";
        Needs.Present(await HasClientAsync() ? null : "gitlab-ci-local is not installed");
        await repository.RunAsync(tool, ["init", "--gitlab"]);
        await repository.CommitAsync("2026-02-20");
        await repository.GitAsync("remote", "add", "origin", "git@gitlab.invalid:group/project.git");
        await repository.GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        await repository.GitAsync("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The client evaluates the rules of jobs only, so another job has those of the pipeline: without it, there is none.
    /// </summary>
    [Theory]
    [InlineData("main", "push", "", "kaizen other")]
    [InlineData("main", "schedule", "", "kaizen other")]
    [InlineData("topic", "push", "", "other")]
    [InlineData("topic", "push", "group/project!1", "")]
    [InlineData("topic", "merge_request_event", "group/project!1", "kaizen other")]
    public async Task A_push_starts_one_pipeline_with_one_gate(string branch, string source, string open, string jobs)
    {
        var pipeline = await File.ReadAllTextAsync(
            repository.PathOf(".gitlab-ci.yml"),
            TestContext.Current.CancellationToken
        );
        var start = pipeline.IndexOf("  rules:\n", StringComparison.Ordinal);
        var rules = pipeline[start..pipeline.IndexOf("include:\n", StringComparison.Ordinal)];
        repository.Write(".gitlab-ci.yml", $"{pipeline}other:\n  script: [make]\n{rules}");
        await repository.GitAsync("checkout", "--quiet", "-B", branch);
        string[] variables = open.Length > 0 ? ["--variable", $"CI_OPEN_MERGE_REQUESTS={open}"] : [];

        var outcome = await ClientAsync([
            "--list-csv",
            "--ignore-predefined-vars=CI_PIPELINE_SOURCE",
            "--variable",
            $"CI_PIPELINE_SOURCE={source}",
            .. variables,
        ]);

        var rows = outcome.MustSucceed().Text.Split('\n').Where(line => line.Contains(';', StringComparison.Ordinal));
        Assert.Equal($"name {jobs}".Trim(), string.Join(' ', rows.Select(row => row.Split(';')[0])));
    }

    [Fact]
    public async Task The_component_takes_its_inputs()
    {
        var component = await File.ReadAllTextAsync(
            Repository.PathOf("templates/kaizen.yml"),
            TestContext.Current.CancellationToken
        );
        repository
            .Write("templates/kaizen.yml", component)
            .Write(
                ".gitlab-ci.yml",
                """
                include:
                  - local: templates/kaizen.yml
                    inputs: { stage: build, version: 1.2.3, image: sdk, arguments: --fail-on warning }
                """
            );
        await repository.GitAsync("add", "--all");

        var outcome = (await ClientAsync(["--preview"])).MustSucceed();

        var text = outcome.Output[outcome.Output.IndexOf("---\n", StringComparison.Ordinal)..];
        var job = Yaml.Parse(text).Get("kaizen")!;
        var script = string.Join('\n', job.Get("script").Items());
        Assert.Equal("build", job.Text("stage"));
        Assert.Equal("sdk", job.Get("image")!.Text("name"));
        Assert.Contains("--version 1.2.3", script, StringComparison.Ordinal);
        Assert.Contains("--fail-on warning --report gitlab=", script, StringComparison.Ordinal);
        Assert.Contains("json schema validated", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    private async Task<bool> HasClientAsync()
    {
        try
        {
            return (await ClientAsync(["--version"])).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private Task<Outcome> ClientAsync(string[] arguments) =>
        Command.RunAsync("gitlab-ci-local", arguments, repository.Folder, repository.Environment);
}

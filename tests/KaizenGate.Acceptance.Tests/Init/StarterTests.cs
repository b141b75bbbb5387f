using System.Text.RegularExpressions;
using KaizenGate.Acceptance.Tests.Action;

namespace KaizenGate.Acceptance.Tests.Init;

/// <summary>The files that <c>init</c> writes are in the documentation, and one is used by this repository.</summary>
public sealed partial class StarterTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("github.yml", ".github/workflows/kaizen.yml")]
    [InlineData("gitlab.yml", ".gitlab/kaizen.yml")]
    [InlineData("gitlab-ci.yml", ".gitlab-ci.yml")]
    [InlineData("azure.yml", ".azuredevops/kaizen.yml")]
    [InlineData("azure-pipelines.yml", "azure-pipelines.yml")]
    [InlineData("check.sh", ".kaizen/check.sh")]
    public async Task The_documentation_shows_the_written_files(string starter, string path)
    {
        await InitAsync();
        var pagePath = Repository.PathOf("docs/ci.md");
        var page = await File.ReadAllTextAsync(pagePath, TestContext.Current.CancellationToken);
        var shown = Shown().Matches(page).Single(match => match.Groups[1].Value == starter).Groups[2];

        if (Repository.Refresh)
        {
            var refreshed = page[..shown.Index] + scratch.Read(path) + page[(shown.Index + shown.Length)..];
            await File.WriteAllTextAsync(pagePath, refreshed, TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(scratch.Read(path), shown.Value);
        }
    }

    /// <summary>With the action in its working tree, because the published one may not exist yet.</summary>
    [Fact]
    public async Task This_repository_runs_the_workflow_for_GitHub_with_its_own_action()
    {
        await InitAsync();
        var written = Yaml.Parse(scratch.Read(".github/workflows/kaizen.yml"));
        var own = Yaml.Read(Repository.PathOf(".github/workflows/kaizen.yml"));
        var steps = own.Get("jobs")!.Get("gate")!.Get("steps").Items().ToList();

        Assert.Equal(written.Get("on")!.ToString(), own.Get("on")!.ToString());
        Assert.Equal(
            written.Get("jobs")!.Get("gate")!.Get("permissions")!.ToString(),
            own.Get("jobs")!.Get("gate")!.Get("permissions")!.ToString()
        );
        Assert.Equal("./", steps[^1].Text("uses"));
    }

    /// <summary>GitLab replaces the inputs before it parses the job.</summary>
    [Fact]
    public async Task The_component_for_GitLab_is_the_same_job()
    {
        await InitAsync();
        var component = await File.ReadAllTextAsync(
            Repository.PathOf("templates/kaizen.yml"),
            TestContext.Current.CancellationToken
        );
        var parts = component.Split("\n---\n");
        var inputs = Yaml.Parse(parts[0]).Get("spec")!.Get("inputs")!;
        var job = Input().Replace(parts[1], match => inputs.Get(match.Groups[1].Value)!.Text("default"));

        Assert.Equal(
            scratch.Read(".gitlab/kaizen.yml"),
            job.Replace("  stage: test\n", "", StringComparison.Ordinal)
                .Replace("  --report", " --report", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_workflow_for_GitHub_fetches_the_history_and_may_upload()
    {
        await InitAsync();
        var workflow = Yaml.Parse(scratch.Read(".github/workflows/kaizen.yml"));
        var steps = workflow.Get("jobs")!.Get("gate")!.Get("steps").Items().ToList();

        Assert.Equal("write", workflow.Get("jobs")!.Get("gate")!.Get("permissions")!.Text("security-events"));
        Assert.Equal("false", steps[0].Get("with")!.Text("persist-credentials"));
        Assert.Equal("0", steps[0].Get("with")!.Text("fetch-depth"));
        Assert.EndsWith($"@v{tool.Version}", steps[1].Text("uses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pipeline_for_GitLab_keeps_its_reports_when_the_gate_fails()
    {
        await InitAsync();
        var job = Yaml.Parse(scratch.Read(".gitlab/kaizen.yml")).Get("kaizen")!;

        Assert.Equal("0", job.Get("variables")!.Text("GIT_DEPTH"));
        Assert.Equal("always", job.Get("artifacts")!.Text("when"));
        Assert.Equal("gl-code-quality-report.json", job.Get("artifacts")!.Get("reports")!.Text("codequality"));
    }

    [Fact]
    public async Task The_pipeline_for_Azure_fetches_the_history_and_publishes_its_reports_when_the_gate_fails()
    {
        await InitAsync();
        var steps = Yaml.Parse(scratch.Read(".azuredevops/kaizen.yml")).Get("steps").Items().ToList();

        Assert.Equal("0", steps[0].Text("fetchDepth"));
        Assert.All(
            steps.Where(step => step.Text("task").StartsWith("Publish", StringComparison.Ordinal)),
            step => Assert.Equal("succeededOrFailed()", step.Text("condition"))
        );
    }

    private async Task InitAsync() =>
        (await tool.RunAsync(scratch, "init", "--github", "--gitlab", "--azure", "--script")).MustSucceed();

    [GeneratedRegex("<!-- starter: (\\S+) -->\n```\\w+\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\$\[\[ inputs\.(\w+) \]\]")]
    private static partial Regex Input();
}

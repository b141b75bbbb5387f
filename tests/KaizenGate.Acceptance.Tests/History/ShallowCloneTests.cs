using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.History;

public sealed class ShallowCloneTests(PackedTool tool) : IAsyncLifetime
{
    private const string Reason = "shallow clone: fetch with depth 0";

    private static readonly string[] FlowRules = ["KZ301", "KZ302", "KZ303"];

    private GitRepository repository = null!;
    private string clone = "";

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
        await repository.Write("other", "").CommitAsync("2026-02-21");
        clone = repository.Around.PathOf("clone");
        await repository.GitAsync("clone", "--quiet", "--depth=1", new Uri(repository.Folder).AbsoluteUri, clone);
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_text_gives_the_reason_why_rules_were_not_evaluated()
    {
        var outcome = await CheckAsync();

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains(Reason, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flow_rules_do_not_fall_back_to_the_dates_in_the_file()
    {
        var verdict = JsonVerdict.Of(await CheckAsync("--format", "json"));

        Assert.All(FlowRules, rule => Assert.Contains(Reason, verdict.WhyNot(rule), StringComparison.Ordinal));
        Assert.Null(verdict.Figure("drainWeeks"));
    }

    [Fact]
    public async Task Flow_rules_are_skipped_in_JUnit()
    {
        var outcome = await CheckAsync("--format", "junit");

        var skipped = XDocument
            .Parse(outcome.Output)
            .Descendants("testcase")
            .Where(test => test.Element("skipped") is not null)
            .Select(test => test.Attribute("name")!.Value)
            .ToList();
        Assert.All(FlowRules, rule => Assert.Contains(skipped, name => name.Contains(rule, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("history")]
    public async Task A_required_history_exits_with_2(string command)
    {
        var outcome = await repository.RunAsync(tool, [command, "--require-history"], clone);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(Reason, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_can_require_the_history()
    {
        repository.Around.Write("clone/kaizen.json", """{ "history": "required" }""");

        Assert.Equal(2, (await CheckAsync()).ExitCode);
        Assert.Equal(0, (await CheckAsync("--no-history")).ExitCode);
    }

    [Fact]
    public async Task The_history_command_prints_the_reason()
    {
        var outcome = await repository.RunAsync(tool, ["history", "--json"], clone);

        Assert.Contains(Reason, JsonHistory.Of(outcome).NotKnown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_complete_fetch_all_rules_are_evaluated()
    {
        await CheckAsync();
        await repository.GitAsync("-C", clone, "fetch", "--quiet", "--unshallow");

        var history = JsonHistory.Of(await repository.RunAsync(tool, ["history", "--json"], clone));

        Assert.Null(history.NotKnown);
        Assert.NotEmpty(history.Events);
    }

    private Task<Outcome> CheckAsync(params string[] options) =>
        repository.RunAsync(tool, ["check", "--as-of", Samples.AsOf, .. options], clone);
}

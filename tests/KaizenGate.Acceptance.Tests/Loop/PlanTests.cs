using System.Text.Json;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Loop;

public sealed class PlanTests(PackedTool tool)
{
    [Fact]
    public async Task Work_in_progress_comes_first_and_the_rest_of_8_hours_is_filled()
    {
        using var repository = await TeamWeek.CreateAsync();

        using var plan = await JsonAsync(repository);

        // IMP-005 needs 2 of its 3 hours, which leaves 6 of 8; IMP-007 takes 3 hours by its effort, and IMP-006 takes 16.
        Assert.Equal(["IMP-005"], Ids(plan, "started"));
        Assert.Equal(["IMP-007"], Ids(plan, "chosen"));
        Assert.Equal(["IMP-006"], Ids(plan, "justMissed"));
        var capacity = plan.RootElement.GetProperty("capacity");
        Assert.Equal(
            (8, 2, 6, 3),
            (
                capacity.GetProperty("hours").GetDouble(),
                capacity.GetProperty("startedHours").GetDouble(),
                capacity.GetProperty("freeHours").GetDouble(),
                capacity.GetProperty("chosenHours").GetDouble()
            )
        );
        Assert.Equal("2026-03-06", plan.RootElement.GetProperty("week").GetProperty("friday").GetString());
    }

    [Fact]
    public async Task The_settings_and_the_options_set_the_hours()
    {
        using var repository = await TeamWeek.CreateAsync();
        repository.Write("kaizen.json", """{ "people": 3 }""");

        using var ofSettings = await JsonAsync(repository);
        using var ofPeople = await JsonAsync(repository, "--people=2");
        using var ofHours = await JsonAsync(repository, "--hours=21.5");

        Assert.Equal((24, 16, 21.5), (Hours(ofSettings), Hours(ofPeople), Hours(ofHours)));
        Assert.Equal(["IMP-007", "IMP-006"], Ids(ofSettings, "chosen"));
    }

    [Fact]
    public async Task A_plan_needs_no_repository_and_changes_nothing()
    {
        using var scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.Good).With("PATH", "");

        var outcome = await tool.RunAsync(scratch, "plan", "--as-of", TeamWeek.Monday);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.StartsWith(
            "plan for the week of 2026-03-02, due Friday, 2026-03-06\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\nnext           dotnet kaizen start IMP-001\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(
            Samples.Good,
            await File.ReadAllTextAsync(scratch.PathOf("IMPROVEMENTS.md"), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Planned_improvements_get_a_target_date()
    {
        using var repository = await TeamWeek.CreateAsync();

        var diff = (await RunAsync(repository, "--commit", "--dry-run")).Output;
        Assert.Empty(await repository.GitAsync("status", "--porcelain"));
        var outcome = await RunAsync(repository, "--commit");

        Assert.Contains(
            "\nwritten        target date 2026-03-06 for 2 improvements\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        var added = (await repository.GitAsync("diff", "--unified=0"))
            .Split('\n')
            .Where(line => line is ['+' or '-', ..] and not ['+', '+', ..] and not ['-', '-', ..]);
        Assert.Equal(["+- **Target Date:** 2026-03-06", "+- **Target Date:** 2026-03-06"], added);
        Assert.Equal(2, diff.Split("\n+- **Target Date:** 2026-03-06").Length - 1);
    }

    [Fact]
    public async Task A_plan_can_be_printed_as_Markdown()
    {
        using var repository = await TeamWeek.CreateAsync();

        var outcome = await RunAsync(repository, "--markdown");

        Assert.StartsWith("## Plan for the week of 2026-03-02\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("| 64 | 3&#42; | 21.33 | Do First | IMP-007 |", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--hours=0", "--hours 8")]
    [InlineData("--hours=8h", "--hours 8")]
    [InlineData("--hours=-3", "--hours 8")]
    [InlineData("--people=2.5", "--people 4")]
    [InlineData("--hours=8 --people=2", "cannot be used together")]
    [InlineData("--json --markdown", "cannot be used together")]
    [InlineData("--as-of=soon", "2026-03-02")]
    [InlineData("missing.md", "missing.md")]
    public async Task A_wrong_argument_exits_with_2_and_suggests_the_right_one(string arguments, string help)
    {
        using var scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await tool.RunAsync(scratch, ["plan", .. arguments.Split(' ')]);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(help, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_missing_backlog_exits_with_2()
    {
        using var scratch = new Scratch();

        var outcome = await tool.RunAsync(scratch, "plan");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("error: no backlog found. ", outcome.Error, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> JsonAsync(GitRepository repository, params string[] options) =>
        JsonDocument.Parse((await RunAsync(repository, ["--json", .. options])).Output);

    private async Task<Outcome> RunAsync(GitRepository repository, params string[] options) =>
        (await repository.RunAsync(tool, ["plan", "--as-of", TeamWeek.Monday, .. options])).MustSucceed();

    private static double Hours(JsonDocument plan) =>
        plan.RootElement.GetProperty("capacity").GetProperty("hours").GetDouble();

    private static IEnumerable<string?> Ids(JsonDocument plan, string list) =>
        plan.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("id").GetString());
}

namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class SolutionTests(FourProjects solution) : IClassFixture<FourProjects>
{
    [Theory]
    [InlineData("-m:1")]
    [InlineData("-m:8")]
    [InlineData("-graph")]
    [InlineData("-mt")]
    public async Task The_gate_runs_once_for_four_projects(string option)
    {
        var outcome = await solution.Consumer.DotNetAsync("build", "--no-restore", "-v:detailed", option);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(solution.Consumer.PathOf(Backlogs.Fault), outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack")]
    [InlineData("publish", "--framework=net10.0")]
    public async Task The_gate_runs_once_for_other_commands(params string[] command)
    {
        var outcome = await solution.Consumer.DotNetAsync([.. command, "--no-restore", "-v:detailed"]);

        Assert.True(outcome.ExitCode != 0, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
    }

    [Fact]
    public async Task With_several_threads_the_tasks_run_in_the_process_of_MSBuild()
    {
        var outcome = await solution.Consumer.DotNetAsync("build", "--no-restore", "-v:diagnostic", "-mt");

        Assert.Contains("Task \"CheckBacklog\" (TaskId:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Task \"ReportFindings\" (TaskId:", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Task \"CheckBacklog\" ran in TaskHost", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Task \"ReportFindings\" ran in TaskHost", outcome.Output, StringComparison.Ordinal);
        // Other tasks do run there.
        Assert.Contains(" ran in TaskHost process ", outcome.Output, StringComparison.Ordinal);
    }
}

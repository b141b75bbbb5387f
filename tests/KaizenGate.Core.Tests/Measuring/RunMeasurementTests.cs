using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Measuring;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Trackers.GitHub;

namespace KaizenGate.Core.Tests.Measuring;

public class RunMeasurementTests
{
    [Theory]
    [InlineData("github-runs:Build", 12)]
    [InlineData("github-runs:build#duration", 12)]
    [InlineData("github-runs:ci.yml#duration", 12)]
    [InlineData("github-runs:CI.yml#failures", 25)]
    public void The_runs_of_a_workflow_are_measured(string measure, double value) =>
        Assert.Equal(
            value,
            RunMeasurement.Of(
                MetricMeasure.Parse(measure)!,
                [
                    Run(10, true),
                    Run(12, true),
                    Run(50, true),
                    Run(1, false),
                    Run(3, null),
                    Run(400, true) with
                    {
                        Workflow = "Nightly",
                        File = ".github/workflows/nightly-ci.yml",
                    },
                ]
            )
        );

    [Theory]
    [InlineData("github-runs:Build")]
    [InlineData("github-runs:Build#failures")]
    public void Without_a_completed_run_there_is_no_value(string measure)
    {
        var failed = Assert.Throws<InputException>(() =>
            RunMeasurement.Of(MetricMeasure.Parse(measure)!, [Run(3, null)])
        );

        Assert.Contains("no completed run in the last 7 days", failed.Message, StringComparison.Ordinal);
    }

    private static GitHubRun Run(double minutes, bool? succeeded) =>
        new(1, "Build", "c0ffee", 1, succeeded, DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(minutes))
        {
            File = ".github/workflows/ci.yml",
        };
}

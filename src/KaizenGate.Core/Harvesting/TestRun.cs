namespace KaizenGate.Core.Harvesting;

/// <summary>The results of a test in one report: several when it has cases or was repeated.</summary>
/// <param name="Day">The day of the run.</param>
/// <param name="File">The report.</param>
/// <param name="Failed">Whether any failed.</param>
/// <param name="Passed">Whether none failed, or one passed when it was repeated.</param>
/// <param name="Flaked">How often one failed and passed when repeated.</param>
/// <param name="Duration">Together; null when unknown.</param>
internal sealed record TestRun(DateOnly Day, string File, bool Failed, bool Passed, int Flaked, TimeSpan? Duration)
{
    public static TestRun Of(DateOnly day, string file, ImmutableArray<TestCaseResult> results)
    {
        var failed = results.Any(result => result.Failed);
        return new(
            day,
            file,
            failed,
            !failed,
            results.Sum(result => result.Flaked),
            results.Any(result => result.Duration is not null)
                ? TimeSpan.FromTicks(results.Sum(result => result.Duration?.Ticks ?? 0))
                : null
        );
    }
}

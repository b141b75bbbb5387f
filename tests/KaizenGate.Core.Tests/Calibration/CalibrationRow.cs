using System.Collections.Concurrent;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Calibration;

/// <summary>How often the gate failed for the repositories of a row, with a check on every Monday.</summary>
/// <param name="Law">The row.</param>
/// <param name="Lives">What happened to each repository.</param>
internal sealed record CalibrationRow(TeamLaw Law, IReadOnlyCollection<CalibrationRow.Life> Lives)
{
    public const int HalfWeeks = 13;

    private const int YearWeeks = 4 * HalfWeeks;

    /// <summary>The repositories that failed in weeks 1 to 13.</summary>
    public int Early => Lives.Count(life => life.FailedIn(1, HalfWeeks));

    /// <summary>Those that failed in weeks 14 to 26.</summary>
    public int Late => Lives.Count(life => life.FailedIn(HalfWeeks + 1, 2 * HalfWeeks));

    /// <summary>Those that lived for a year.</summary>
    public IReadOnlyList<Life> Years { get; } = [.. Lives.Where(life => life.Weeks == YearWeeks)];

    /// <summary>The median of the first weeks of failure; null when fewer than half failed.</summary>
    public int? MedianWeek
    {
        get
        {
            var weeks = Lives
                .Select(life => life.Failures.Count == 0 ? int.MaxValue : life.Failures.Min(failure => failure.Week))
                .Order()
                .ToList();
            return weeks[weeks.Count / 2] is < int.MaxValue and var median ? median : null;
        }
    }

    /// <summary>Lets repositories live on all processors.</summary>
    /// <param name="law">The row.</param>
    /// <param name="repositories">How many. Their numbers are the seeds, so a run is the same each time.</param>
    /// <param name="years">How many of them live for a year; the others for half a year.</param>
    public static CalibrationRow Simulate(TeamLaw law, int repositories, int years)
    {
        var lives = new ConcurrentBag<Life>();
        Parallel.For(
            0,
            repositories,
            // A life of many teams is large, and more threads than processors only keep more of them in memory.
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            seed => lives.Add(Life.Of(law, seed, seed < years ? YearWeeks : 2 * HalfWeeks))
        );
        return new(law, lives);
    }

    /// <summary>The number of repositories that a rule failed, or warned, at least once in their year.</summary>
    public int CountYears(string rule, bool isFailure) =>
        Years.Count(life => (isFailure ? life.Failures.Select(one => one.Rule) : life.Warnings).Contains(rule));

    /// <summary>What the gate said about a repository.</summary>
    /// <param name="Weeks">How long it lived.</param>
    /// <param name="Failures">The rules that failed it, with the weeks.</param>
    /// <param name="Warnings">The rules that warned at least once.</param>
    public sealed record Life(int Weeks, IReadOnlyList<(int Week, string Rule)> Failures, IReadOnlySet<string> Warnings)
    {
        public static Life Of(TeamLaw law, int seed, int weeks)
        {
            var failures = new List<(int Week, string Rule)>();
            var warnings = new HashSet<string>();
            foreach (var (week, verdict) in law.Live(seed, weeks).CheckWeekly(IsChecked))
            {
                foreach (var found in verdict.Findings)
                {
                    if (verdict.FailsBy(found))
                    {
                        failures.Add((week, found.Rule.Id));
                    }
                    else if (found.Severity is Severity.Warning)
                    {
                        warnings.Add(found.Rule.Id);
                    }
                }
            }

            return new(weeks, failures, warnings);

            // Of half a year, the first failure of each half counts.
            bool IsChecked(int week) =>
                weeks == YearWeeks
                || !failures.Exists(failure => (failure.Week - 1) / HalfWeeks == (week - 1) / HalfWeeks);
        }

        public bool FailedIn(int first, int last) =>
            Failures.Any(failure => failure.Week >= first && failure.Week <= last);
    }
}

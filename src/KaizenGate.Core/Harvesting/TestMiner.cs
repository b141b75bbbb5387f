using System.Xml;
using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Harvesting;

/// <summary>Counts tests that fail between passes, and runs that took over three times the median of the test.</summary>
internal sealed class TestMiner
{
    private const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>The fewest earlier runs of a median.</summary>
    private const int LeastRuns = 5;

    private const int MedianRuns = 20;
    private const double SlowFactor = 3;

    /// <summary>Less than this is not worth a candidate.</summary>
    private static readonly TimeSpan LeastExcess = TimeSpan.FromSeconds(1);

    private readonly List<(DateTimeOffset At, string File, ImmutableArray<TestCaseResult> Results)> reports = [];
    private int unreadable;

    /// <summary>Reads the reports and mines them together.</summary>
    /// <param name="files">Their absolute paths.</param>
    /// <param name="signals">Receives the counts.</param>
    public void Mine(IEnumerable<string> files, MinedSignals signals)
    {
        foreach (var file in files)
        {
            Read(file);
        }

        var ordered = reports
            .OrderBy(report => report.At)
            .ThenBy(report => report.File, StringComparer.Ordinal)
            .ToList();
        var runs = new Dictionary<string, List<TestRun>>(StringComparer.Ordinal);
        foreach (var (at, file, results) in ordered)
        {
            var day = DateOnly.FromDateTime(at.UtcDateTime);
            signals.Observe(SignalSources.Tests, day);
            foreach (
                var test in results.Where(one => one.Name.Length > 0).GroupBy(one => one.Name, StringComparer.Ordinal)
            )
            {
                if (!runs.TryGetValue(test.Key, out var list))
                {
                    list = [];
                    runs.Add(test.Key, list);
                }

                list.Add(TestRun.Of(day, file, [.. test]));
            }
        }

        foreach (var (name, list) in runs)
        {
            Flaky(name, list, signals);
            Slow(name, list, signals);
        }

        signals.Scanned.Add(
            $"{Wording.Amount(reports.Count, "test report")}, {unreadable:N0} unreadable, {Wording.Amount(runs.Count, "test")}"
        );
    }

    private void Read(string file)
    {
        try
        {
            using var stream = PlainFile.Open(file, MaxBytes);
            var report = TestReport.Read(stream);
            if (report.Results.IsEmpty)
            {
                unreadable++;
                return;
            }

            reports.Add((report.At ?? new FileInfo(file).LastWriteTimeUtc, file, report.Results));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            unreadable++;
        }
    }

    /// <summary>A failure counts if the runs before and after it passed, or if it passed when it was repeated.</summary>
    private static void Flaky(string name, List<TestRun> runs, MinedSignals signals)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            var isBetween =
                run.Failed && !run.Passed && i > 0 && i + 1 < runs.Count && runs[i - 1].Passed && runs[i + 1].Passed;
            var count = run.Flaked + (isBetween || (run.Failed && run.Passed) ? 1 : 0);
            if (count > 0)
            {
                signals.Add(SignalRule.Flaky, name, run.Day, count, TimeSpan.Zero, run.File);
            }
        }
    }

    private static void Slow(string name, List<TestRun> runs, MinedSignals signals)
    {
        var earlier = new List<TimeSpan>();
        foreach (var run in runs)
        {
            if (run.Duration is not { } duration)
            {
                continue;
            }

            if (earlier.Count >= LeastRuns)
            {
                var last = earlier.TakeLast(MedianRuns).Order().ToList();
                var median = last[last.Count / 2];
                if (duration > SlowFactor * median && duration - median > LeastExcess)
                {
                    signals.Add(SignalRule.SlowTest, name, run.Day, 1, duration - median, run.File);
                    // The median stays that of usual runs.
                    continue;
                }
            }

            earlier.Add(duration);
        }
    }
}

using System.Text.Json;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Tests.Commands;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Harvesting;

/// <summary>Whether a completed improvement worked, by what its signal counted.</summary>
public sealed class ClosedLoopTests : IDisposable
{
    private const string Key = "sessions|fails|npm ci";

    private const string Backlog = """
        # Improvements

        ## Completed

        ### [IMP-001] Make npm ci pass the first time

        - **Completed:** 2026-02-02
        - **Signal:** sessions|fails|npm ci

        """;

    private static readonly DateOnly Completed = new(2026, 2, 2);
    private readonly CommandRun run = new();

    public ClosedLoopTests()
    {
        Directory.CreateDirectory(Path.Join(run.Folder, ".git"));
        run.Write("IMPROVEMENTS.md", Backlog);
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void An_effect_that_is_missing_is_a_finding()
    {
        Count(before: 14, after: 12);

        var printed = run.Run("check", "--no-history", "--format", "lines");

        Assert.Contains(
            "IMPROVEMENTS.md:8:15 warning KZ407 \"sessions|fails|npm ci\" is unchanged since the completion: 3.5 a week before, 3 after (ratio 0.86, 95% interval",
            printed.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_effect_passes_and_measures_the_completion()
    {
        Count(before: 14, after: 1);
        Assert.DoesNotContain(
            "KZ407",
            run.Run("check", "--no-history", "--format", "lines").Output,
            StringComparison.Ordinal
        );

        run.Run("done", "IMP-001").MustBe(0);

        Assert.Contains(
            "- **Measured Impact:** occurrences 3.5/week → 0.25/week\n",
            run.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_counts_it_is_not_evaluated() =>
        Assert.Contains(
            "KZ407: needs the counts of `dotnet kaizen harvest`",
            run.Run("check", "--no-history", "--format", "lines", "--verbose").Output,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_report_lists_the_signals()
    {
        Count(before: 14, after: 1);

        using var json = JsonDocument.Parse(run.Run("report", "--json").MustBe(0).Output);
        var signal = json.RootElement.GetProperty("signals")[0];
        Assert.Equal(
            (Key, "improved", 14, 1, 3.5, 0.25),
            (
                signal.GetProperty("key").GetString(),
                signal.GetProperty("outcome").GetString(),
                signal.GetProperty("countBefore").GetInt32(),
                signal.GetProperty("countAfter").GetInt32(),
                signal.GetProperty("perWeekBefore").GetDouble(),
                signal.GetProperty("perWeekAfter").GetDouble()
            )
        );
        Assert.InRange(signal.GetProperty("ratioHigh").GetDouble(), 0.07, 0.6);
        Assert.Contains("improved; 3.5 → 0.25 a week", run.Run("report").MustBe(0).Output, StringComparison.Ordinal);
        Assert.Contains(
            "improved; 3.5 → 0.25 a week",
            run.Run("report", "--format", "markdown").MustBe(0).Output,
            StringComparison.Ordinal
        );
        var page = run.Run("report", "--format", "html").MustBe(0).Output;
        Assert.Contains("<h3 id=\"signal-effects-name\">", page, StringComparison.Ordinal);
        PageIds.MustBeUnique(page);
    }

    [Fact]
    public void A_damaged_digest_is_not_the_end_of_a_check()
    {
        Directory.CreateDirectory(Path.Join(run.Folder, ".git", "kaizen"));
        File.WriteAllText(Path.Join(run.Folder, ".git", "kaizen", "harvest.jsonl"), "\0{[\n");

        Assert.Contains(
            "KZ407",
            run.Run("check", "--no-history", "--format", "lines", "--verbose").Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>Writes occurrences in the four weeks before and after the completion.</summary>
    private void Count(int before, int after)
    {
        var digest = new SignalDigest();
        for (var day = -28; day <= 28; day++)
        {
            digest.Observe("sessions", Completed.AddDays(day));
        }

        for (var at = 0; at < before; at++)
        {
            digest.Add(Key, Completed.AddDays(-1 - (at * 2 % 28)), new(1, 1, 0));
        }

        for (var at = 0; at < after; at++)
        {
            digest.Add(Key, Completed.AddDays(1 + (at * 2 % 28)), new(1, 1, 0));
        }

        SignalDigestFile.Add(SignalDigestFile.PathFor(run.Folder)!, digest, Completed);
    }
}

using KaizenGate.Benchmarks.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>
/// Backlogs of other projects in which a person labelled the improvements, if they are next to the repository. The limits are lower than
/// what is reached, so that a better reading of one file may cost a little in another.
/// </summary>
public class LabelledCorpusTests
{
    [Fact]
    public void Most_improvements_are_read_and_what_is_missed_is_named()
    {
        var folder = Repository.Shared is { } shared ? Path.Combine(shared, "corpus", "labelled") : "";
        Assert.SkipUnless(Directory.Exists(folder), "the backlogs of other projects are not here");

        var comparison = new ReadingComparison(folder, UnreadEntry.Of, TextWriter.Null);
        var scores = LabelledFile.ReadAll(folder).Select(one => comparison.Score(one.File)).ToList();

        var right = scores.Sum(score => score.Right.Length);
        var missed = scores.Sum(score => score.Missed.Length);
        var status = Ratio.Of(scores.Sum(score => score.WithStatus), right);
        var silent = Ratio.Of(scores.Sum(score => score.SilentlyMissed.Length), missed);
        var alarms = Ratio.Of(scores.Sum(score => score.FalseAlarms.Length), scores.Sum(score => score.NonItemLines));
        Assert.True(Ratio.F1(right, missed, scores.Sum(score => score.TooMany.Length)) >= 0.95, "F1 of all");
        Assert.True(scores.Average(score => score.F1) >= 0.93, "mean F1 of a file");
        Assert.True(status >= 0.97, $"status agreement {status}");
        Assert.True(silent <= 0.05, $"silent misses {silent}");
        Assert.True(alarms <= 0.1, $"false alarms {alarms}");
    }
}

using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;
using Verdict = KaizenGate.Core.Checking.Verdict;

namespace KaizenGate.Core.Tests.Calibration;

/// <summary>A repository with the backlogs of simulated teams.</summary>
/// <param name="firstDay">A Monday.</param>
/// <param name="weeks">How long it lives.</param>
internal sealed class TeamRepository(DateOnly firstDay, int weeks)
{
    public List<Team> Teams { get; } = [];

    public int Weeks => weeks;

    /// <summary>The path of the backlog of a team.</summary>
    public string PathOf(int team) => Teams.Count == 1 ? "IMPROVEMENTS.md" : $"team-{team}/IMPROVEMENTS.md";

    /// <summary>The Monday after so many weeks, the day of the check.</summary>
    public DateOnly Monday(int week) => firstDay.AddDays(7 * week);

    /// <summary>The revisions of all backlogs in order.</summary>
    public IEnumerable<(DateOnly Day, int Team, byte[] Text)> Revisions =>
        Teams
            .SelectMany(
                (team, number) => team.Revisions.Select(revision => (revision.Day, Team: number, revision.Text))
            )
            .OrderBy(revision => revision.Day);

    /// <summary>The days of commits that leave all backlogs as they are.</summary>
    public IEnumerable<DateOnly> OtherDays => Teams.SelectMany(team => team.OtherDays);

    /// <summary>
    /// The verdicts of Mondays, as a fresh run on that day computes it, but with the history continued instead of read again.
    /// </summary>
    /// <param name="isChecked">Whether a week is checked; asked in order.</param>
    public IEnumerable<(int Week, Verdict Verdict)> CheckWeekly(Func<int, bool> isChecked)
    {
        var log = new EventLog(Teams.Count);
        var states = new ItemStates();
        var memo = new RevisionMemo(ReadingOptions.Default);
        var files = Teams.Select((_, number) => SourceFile.Named(PathOf(number))).ToArray();
        var readers = files.Select(file => new RevisionReader(memo, Path.GetFileName(file.Path))).ToArray();
        var texts = new byte[files.Length][];
        var left = new Queue<(DateOnly Day, int Team, byte[] Text)>(Revisions);
        var commitDays = OtherDays.Concat(left.Select(revision => revision.Day)).Distinct().Order().ToImmutableArray();
        for (var week = 1; week <= weeks; week++)
        {
            var today = Monday(week);
            while (left.TryPeek(out var next) && next.Day < today)
            {
                left.Dequeue();
                texts[next.Team] = next.Text;
                var items = readers[next.Team].Read(next.Text);
                log.Apply(new CommitStamp($"{left.Count + 1:x40}", next.Day), [new(next.Team, 0, states.Of(items))]);
            }

            if (!isChecked(week))
            {
                continue;
            }

            ImmutableArray<DateOnly> known = [.. commitDays.TakeWhile(day => day < today)];
            ImmutableArray<Evidence> evidence =
            [
                .. files.Select(
                    (file, number) =>
                        new Evidence(
                            BacklogReader.Read(file, Encoding.UTF8.GetString(texts[number]), ReadingOptions.Default),
                            log.TimelineOf(number, known, today)!
                        )
                ),
            ];
            yield return (week, Gate.Check(evidence, GateSettings.Default, today, "1.0.0"));
        }
    }
}

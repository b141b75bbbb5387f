using System.Collections.Immutable;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

public sealed class EventLogPropertyTests
{
    private const string FormerName = "TODO.md";

    private static readonly Gen<EvolvingBacklog> Backlogs =
        from seed in Gen.Int[0, 1_000_000]
        from weeks in Gen.Int[1, 10]
        from keep in Gen.Int[-14, 30]
        from stock in Gen.Int[0, 8]
        from form in Gen.Int[0, 2]
        from hasArchive in Gen.Bool
        from writesDates in Gen.Bool
        select new EvolvingBacklog(
            seed,
            new()
            {
                Weeks = weeks,
                Turns = 8,
                KeepDays = keep < 0 ? null : keep,
                Stock = stock,
                Form = (ImprovementForm)form,
                HasArchive = hasArchive,
                WritesDates = writesDates,
            }
        );

    [Fact]
    public void Every_event_is_found_and_no_other() =>
        Backlogs.Sample(backlog => Assert.Equal(True(backlog.Truth), Found(New().Go(backlog.Revisions).Timeline())));

    [Fact]
    public void One_more_commit_only_appends_events() =>
        Backlogs.Sample(
            backlog =>
            {
                var walk = New();
                ImmutableArray<TimelineEvent> before = [];
                foreach (var (day, files) in backlog.Revisions)
                {
                    walk.Go(day, files);
                    var now = walk.Timeline().Events;
                    Assert.Equal(before, now.Take(before.Length));
                    before = now;
                }
            },
            iter: 30
        );

    [Fact]
    public void A_log_that_was_written_and_read_continues_like_one_that_was_not() =>
        Backlogs.Sample(
            backlog =>
            {
                var resumed = New();
                foreach (var (day, files) in backlog.Revisions)
                {
                    resumed.Go(day, files);
                    resumed.WriteAndRead();
                }

                AssertSame(New().Go(backlog.Revisions).Timeline(), resumed.Timeline());
            },
            iter: 30
        );

    [Fact]
    public void Renaming_the_file_adds_no_event() =>
        Backlogs.Sample(
            backlog =>
            {
                var renamed = New();
                var half = backlog.Revisions.Count() / 2;
                foreach (var (at, (day, files)) in backlog.Revisions.Index())
                {
                    renamed.Go(day, at < half ? Renamed(files) : files);
                }

                AssertSame(New().Go(backlog.Revisions).Timeline(), renamed.Timeline());
            },
            iter: 30
        );

    [Fact]
    public void Repeating_a_revision_adds_no_event() =>
        Backlogs.Sample(
            backlog =>
            {
                var twice = New();
                foreach (var (day, files) in backlog.Revisions)
                {
                    twice.Go(day, files);
                    var before = twice.Timeline();
                    var again = new ItemStates().Of(Reading.Md.Read(files[EvolvingBacklog.File]).Improvements);
                    twice.Log.Apply(new("again", day.AddDays(400)), [new(0, 0, again)]);
                    AssertSame(before, twice.Timeline());
                }
            },
            iter: 30
        );

    [Fact]
    public void The_effective_history_agrees_with_the_last_revision() =>
        Backlogs.Sample(backlog =>
        {
            var timeline = New().Go(backlog.Revisions).Timeline();
            var files = backlog.Revisions.Last().Files;
            var items = files.Values.SelectMany(text => Reading.Md.Read(text).Improvements).ToList();

            Assert.All(
                items,
                item => Assert.Equal(item.IsOpen, EffectiveHistory.Of(timeline).Find(timeline.KeyOf(item))!.IsOpen)
            );
        });

    [Fact]
    public void The_year_of_a_healthy_team_that_prunes_its_completions_is_complete()
    {
        var year = new EvolvingBacklog(1, new() { Weeks = 52, KeepDays = 30 });

        var effective = EffectiveHistory.Of(New().Go(year.Revisions).Timeline());

        Assert.Equal((156, 104), (effective.Items.Length, effective.Completed.Length));
    }

    private static Walk New() => new([EvolvingBacklog.File, EvolvingBacklog.ArchiveFile, FormerName]);

    private static Dictionary<string, string> Renamed(IReadOnlyDictionary<string, string> files) =>
        files.ToDictionary(file => file.Key == EvolvingBacklog.File ? FormerName : file.Key, file => file.Value);

    private static void AssertSame(Timeline expected, Timeline actual)
    {
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(expected.Start, actual.Start);
        Assert.Equal(expected.Renamed.OrderBy(pair => pair.Key), actual.Renamed.OrderBy(pair => pair.Key));
        Assert.Equal(expected.Touched.OrderBy(pair => pair.Key), actual.Touched.OrderBy(pair => pair.Key));
    }

    // Within a revision, only the order of one improvement's events is defined.
    private static IEnumerable<string> True(IEnumerable<TrueEvent> truth) =>
        truth
            .OrderBy(one => one.Revision)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"c{one.Revision} {one.Date:yyyy-MM-dd} {one.Key} {one.Kind} {one.IsFromStart}");

    private static IEnumerable<string> Found(Timeline timeline) =>
        timeline
            .Events.OrderBy(one => int.Parse(one.Commit!.AsSpan(1)))
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Commit} {one.Date:yyyy-MM-dd} {one.Key} {one.Kind} {one.IsFromStart}");
}

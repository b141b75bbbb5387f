using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Inputs;

/// <summary>From real repositories to timelines, with and without the cache.</summary>
public sealed class EvidenceReaderTests : IDisposable
{
    private const string File = EvolvingBacklog.File;
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    public static TheoryData<int, string> Teams =>
        new()
        {
            { 1, nameof(ImprovementForm.Heading) },
            { 2, nameof(ImprovementForm.Task) },
            { 3, nameof(ImprovementForm.TableRow) },
        };

    [Theory]
    [MemberData(nameof(Teams))]
    public void The_timeline_from_git_matches_the_generated_events(int seed, string form)
    {
        var team = new EvolvingBacklog(
            seed,
            new()
            {
                Weeks = 8,
                Turns = 6,
                KeepDays = 14,
                Stock = 4,
                HasArchive = seed % 2 == 0,
                Form = Enum.Parse<ImprovementForm>(form),
            }
        );
        var commits = Commit(team);

        var found = TimelineOf(Read(useCache: false));

        Assert.Equal(
            team.Truth.Select(one => (one.Kind, one.Key, one.Date, Commit: commits[one.Revision], one.IsFromStart))
                .Order(),
            found.Events.Select(one => (one.Kind, one.Key, one.Date, one.Commit!, one.IsFromStart)).Order()
        );
    }

    [Fact]
    public void A_cached_history_of_other_reading_settings_is_not_used()
    {
        const string Text = "# Improvements\n\n### [A-1] Cache the fonts\n\n- **Wow:** 8\n- **Effort:** 2\n";
        git.Commit("2026-02-02", (File, Text));
        Read(useCache: true);

        var columns = ImmutableDictionary<string, FieldDefinition>.Empty.Add("Wow", FieldCatalog.Impact);
        var found = TimelineOf(Read(useCache: true, reading: ReadingOptions.Default with { Columns = columns }));

        Assert.Equal(72, found.Events.Single(one => one.Kind is TimelineEventKind.Scored).Score);
    }

    [Fact]
    public void Reading_a_few_commits_at_a_time_with_the_cache_gives_the_timeline_of_one_pass()
    {
        var team = new EvolvingBacklog(
            7,
            new()
            {
                Weeks = 6,
                Turns = 6,
                KeepDays = 7,
                HasArchive = true,
            }
        );
        var revisions = team.Revisions.Select(Revision).Chunk(3).ToList();
        git.CommitAll(revisions[0]);
        foreach (var next in revisions[1..])
        {
            Read(useCache: true);
            git.CommitAll(next);
        }

        AssertSame(TimelineOf(Read(useCache: false)), TimelineOf(Read(useCache: true)));
        AssertSame(TimelineOf(Read(useCache: false)), TimelineOf(Read(useCache: true)));
    }

    [Fact]
    public void The_cache_stays_correct_after_an_amended_commit_rewritten_history_and_another_branch()
    {
        var team = new EvolvingBacklog(11, new() { Weeks = 4, Turns = 4 });
        Commit(team);
        Read(useCache: true);
        git.Git("commit", "--quiet", "--amend", "--allow-empty", "--no-verify", "-m", "another message");
        AssertSame(TimelineOf(Read(useCache: false)), TimelineOf(Read(useCache: true)));

        git.Git("checkout", "--quiet", "-b", "side", "HEAD~5");
        AssertSame(TimelineOf(Read(useCache: false)), TimelineOf(Read(useCache: true)));

        git.Commit("2026-03-01", (File, Md("- [ ] Only on this side")));
        AssertSame(TimelineOf(Read(useCache: false)), TimelineOf(Read(useCache: true)));

        git.Git("checkout", "--quiet", "main");
        AssertSame(TimelineOf(Read(useCache: false)), TimelineOf(Read(useCache: true)));
    }

    [Fact]
    public void A_healthy_year_has_a_rate_of_two_thirds_and_passes_the_gate()
    {
        var year = new EvolvingBacklog(52, new() { Weeks = 52, KeepDays = 30 });
        Commit(year);
        var asOf = year.Revisions.Last().Day;

        var evidence = Read(useCache: false, asOf);
        var verdict = Gate.Check([evidence], GateSettings.Default, asOf, "0.0.0");

        Assert.Equal((156, 104), (verdict.Figures.Identified, verdict.Figures.Executed));
        Assert.Equal(2d / 3, verdict.Figures.ExecutionRate!.Value, 12);
        Assert.DoesNotContain(
            verdict.Findings,
            finding => finding.Rule.Id is "KZ301" && finding.Severity is Severity.Error or Severity.Warning
        );
        Assert.Equal(
            (10, 62),
            (
                evidence.Backlog.Improvements.Count(item => item.Status is Status.Done),
                evidence.Backlog.Improvements.Length
            )
        );
    }

    [Fact]
    public void Uncommitted_changes_are_the_last_revision_of_today()
    {
        git.Commit("2026-02-02", (File, Md("- [ ] Cache the packages")));
        git.Write(File, Md("- [x] Cache the packages", "- [ ] Split the suite"));

        var events = TimelineOf(Read(useCache: true, new DateOnly(2026, 2, 20))).Events;

        Assert.Equal(
            [("Captured", "2026-02-02", true), ("Completed", "2026-02-20", false), ("Captured", "2026-02-20", false)],
            events.Select(one => ($"{one.Kind}", $"{one.Date:yyyy-MM-dd}", one.Commit is not null))
        );
    }

    [Fact]
    public void A_renamed_file_keeps_its_history_whether_the_rename_is_committed_or_not()
    {
        var item = string.Concat(
            Enumerable.Range(1, 12).Select(number => $"- [ ] Improvement number {number} of many\n")
        );
        git.Commit("2026-01-05", ("TODO.md", Md(item)));
        git.Commit("2026-01-12", ("TODO.md", Md(item, "- [x] Cache the packages")));
        git.Git("mv", "TODO.md", File);
        var staged = TimelineOf(Read(useCache: true)).Events;
        git.Commit("2026-01-19");
        var committed = TimelineOf(Read(useCache: true)).Events;

        Assert.Equal(14, staged.Length);
        Assert.Equal(staged, committed);
        Assert.Equal(new DateOnly(2026, 1, 12), staged.Single(one => one.Kind is TimelineEventKind.Completed).Date);
    }

    [Fact]
    public void A_deleted_and_rewritten_file_continues_its_history()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the packages", "- [x] Split the suite")));
        git.Commit("2026-01-12", (File, null), ("other.txt", "a"));
        git.Commit("2026-01-19", (File, Md("- [ ] Cache the packages", "- [x] Split the suite")));

        Assert.Equal(
            ["Captured", "Captured", "Completed", "Dropped", "Pruned", "Reopened"],
            TimelineOf(Read(useCache: false)).Events.Select(one => $"{one.Kind}").Order()
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reverted_repeated_and_deleted_items_give_the_events_of_the_whole_texts(int seed)
    {
        string[] lines =
        [
            "- [ ] One",
            "- [ ] One",
            "- [x] One",
            "- [ ] Two",
            "- [x] Two",
            "- [ ] Cache the packages",
            "- [ ] Cache all packages",
        ];
        var random = new Random(seed);
        var walk = new Walk([File]);
        var revisions = new List<(string, (string, string?)[])>();
        for (var (turn, day) = (0, new DateOnly(2026, 1, 5)); turn < 20; turn++, day = day.AddDays(1))
        {
            var isDeleted = turn is > 0 and < 19 && random.Next(5) == 0;
            var text = isDeleted ? null : Md([.. lines.Where(_ => random.Next(3) > 0)]);
            revisions.Add(($"{day:yyyy-MM-dd}", [(File, text), ("other.txt", $"{turn}")]));
            walk.Go(day, new[] { text }.OfType<string>().ToDictionary(_ => File));
        }

        git.CommitAll(revisions);

        Assert.Equal(
            walk.Timeline().Events.Select(one => (one.Kind, one.Key, one.Date, one.Title)),
            TimelineOf(Read(useCache: false)).Events.Select(one => (one.Kind, one.Key, one.Date, one.Title))
        );
    }

    [Fact]
    public void A_branch_counts_from_its_own_commits()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the packages")));
        git.Git("checkout", "--quiet", "-b", "side");
        git.Commit("2026-01-06", (File, Md("- [ ] Cache the packages", "- [ ] Split the suite")));
        git.Commit("2026-01-07", (File, Md("- [x] Cache the packages", "- [ ] Split the suite")));
        git.Git("checkout", "--quiet", "main");
        git.Commit("2026-01-08", ("other.txt", "a"));
        git.Merge("2026-01-09", "side");

        Assert.Equal(
            ["2026-01-05 Captured", "2026-01-06 Captured", "2026-01-07 Completed"],
            TimelineOf(Read(useCache: false)).Events.Select(one => $"{one.Date:yyyy-MM-dd} {one.Kind}").Order()
        );
    }

    [Fact]
    public void A_first_revision_that_removes_old_completions_is_complete_only_for_the_kept_period()
    {
        const string Header = "| Title | Captured | Completed |\n| --- | --- | --- |\n";
        git.Commit(
            "2026-03-02",
            (
                File,
                $"# Improvements\n\n## High Priority\n\n{Header}| Split the suite | 2025-10-02 | |\n\n"
                    + $"## Completed (Last 30 Days)\n\n{Header}| Pin the image | 2025-10-03 | 2026-02-20 |\n"
            )
        );

        var timeline = TimelineOf(Read(useCache: false, new DateOnly(2026, 3, 3)));

        Assert.Equal(new DateOnly(2026, 1, 31), timeline.Start);
        Assert.Contains("Completed (Last 30 Days)", timeline.CutShortBy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ai-maestro", "docs/BACKLOG.md")]
    [InlineData("vlang-roadmap", "ROADMAP.md")]
    public void A_real_history_is_read_alike_with_and_without_the_cache(string name, string file)
    {
        Assert.SkipWhen(Repository.Shared is null, "the folder of real histories is not there");
        var bundle = Path.Combine(Repository.Shared!, "corpus", "histories", $"{name}.bundle");
        var clone = git.NewFolder(name);
        git.GitIn(clone, "clone", "--quiet", "--branch", "main", bundle, ".");

        var once = Read(false, new DateOnly(2026, 6, 2), clone, file);
        var kept = Read(true, new DateOnly(2026, 6, 2), clone, file);
        var again = Read(true, new DateOnly(2026, 6, 2), clone, file);

        Assert.NotEmpty(TimelineOf(once).Events);
        AssertSame(TimelineOf(once), TimelineOf(kept));
        AssertSame(TimelineOf(once), TimelineOf(again));
        var standing = EffectiveHistory.Of(TimelineOf(once));
        Assert.Equal(
            once.Backlog.Improvements.Count(item => item.IsOpen),
            standing.Items.Count(item => item.Departed is null)
        );
    }

    private static string Md(params string[] lines) => $"# Improvements\n\n{string.Join('\n', lines)}\n";

    private IReadOnlyList<string> Commit(EvolvingBacklog team) => git.CommitAll(team.Revisions.Select(Revision));

    private static (string Date, (string Path, string? Text)[] Files) Revision(
        (DateOnly Day, IReadOnlyDictionary<string, string> Files) revision
    ) =>
        (
            revision.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [
                (File, revision.Files.GetValueOrDefault(File)),
                (EvolvingBacklog.ArchiveFile, revision.Files.GetValueOrDefault(EvolvingBacklog.ArchiveFile)),
            ]
        );

    private static Timeline TimelineOf(Evidence evidence) => Assert.IsType<Timeline>(evidence.History);

    private static void AssertSame(Timeline expected, Timeline actual)
    {
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(expected.Start, actual.Start);
        Assert.Equal(expected.CommitDays, actual.CommitDays);
        Assert.Equal(expected.Touched, actual.Touched);
        Assert.Equal(expected.Renamed, actual.Renamed);
    }

    private Evidence Read(
        bool useCache,
        DateOnly? asOf = null,
        string? folder = null,
        string file = File,
        ReadingOptions? reading = null
    )
    {
        var workspace = new Workspace(folder ?? git.Folder);
        var finder = new BacklogFinder(workspace);
        var evidence = EvidenceReader.Read(
            [workspace.Name(file)],
            finder.ArchiveOf,
            new HistoryQuery
            {
                WorkingFolder = workspace.Folder,
                Environment = git.UserEnvironment,
                Reading = reading ?? ReadingOptions.Default,
                AsOf = asOf ?? new DateOnly(2026, 3, 2),
                Version = "0.0.0",
                UseCache = useCache,
            },
            out var errors
        );
        Assert.Empty(errors);
        return Assert.Single(evidence);
    }
}

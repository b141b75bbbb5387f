using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Inputs;

/// <summary>An earlier day as today: its file and its history.</summary>
public sealed class PastRevisionTests : IDisposable
{
    private const string File = EvolvingBacklog.File;
    private static readonly DateOnly Today = new(2026, 4, 1);
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Theory]
    [InlineData("2026-01-05", "Cache the fonts")]
    [InlineData("2026-02-28", "Cache the fonts")]
    [InlineData("2026-03-01", "Cache the fonts, Split the suite")]
    [InlineData("2026-03-31", "Cache the fonts, Split the suite")]
    public void The_last_revision_on_or_before_the_day_is_read(string day, string titles)
    {
        git.Commit("2026-01-05T23:59:59Z", (File, Md("- [ ] Cache the fonts")));
        git.Commit("2026-03-01T00:00:00Z", (File, Md("- [x] Cache the fonts", "- [ ] Split the suite")));

        var evidence = Read(day);

        Assert.Equal(titles, string.Join(", ", evidence.Backlog.Improvements.Select(item => item.Title)));
        Assert.All(
            Assert.IsType<Timeline>(evidence.History).Events,
            one => Assert.True(one.Date <= DateOnly.Parse(day))
        );
    }

    [Fact]
    public void The_commit_is_said_and_whether_changes_are_left_out()
    {
        var first = git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts")));
        git.Commit("2026-03-01", (File, Md("- [ ] Split the suite")));
        var clean = Assert.Single(Read("2026-02-01").Remarks);
        git.Write(File, Md("- [ ] Sort the log"));

        Assert.Equal($"read as of 2026-02-01, from commit {first[..10]} of 2026-01-05", clean);
        Assert.Equal($"{clean}; uncommitted changes are left out", Assert.Single(Read("2026-02-01").Remarks));
        Assert.Empty(Read("2026-03-01").Remarks);
        Assert.Equal(["Sort the log"], Read("2026-03-01").Backlog.Improvements.Select(item => item.Title));
    }

    [Fact]
    public void A_renamed_backlog_is_read_under_its_former_name_with_its_archive()
    {
        var items = Enumerable.Range(1, 12).Select(number => $"- [ ] Improvement number {number} of many").ToArray();
        git.Commit("2026-01-05", ("TODO.md", Md(items)), ("TODO.archive.md", Md("- [x] Pin the image")));
        git.Git("mv", "TODO.md", File);
        git.Git("rm", "--quiet", "TODO.archive.md");
        git.Commit("2026-03-01");

        var evidence = Read("2026-02-01");

        Assert.Equal(12, evidence.Backlog.Improvements.Length);
        Assert.Equal(File, evidence.Backlog.File.Path);
        Assert.Equal("Pin the image", Assert.Single(evidence.Backlog.Archive!.Improvements).Title);
        Assert.Equal(
            13,
            Assert.IsType<Timeline>(evidence.History).Events.Count(one => one.Kind is TimelineEventKind.Captured)
        );
    }

    [Fact]
    public void A_commit_with_a_date_after_today_decides_nothing()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts")));
        git.Commit("2030-01-01", (File, Md("- [ ] Split the suite")));

        Assert.Equal("Split the suite", Assert.Single(Read("2026-02-01").Backlog.Improvements).Title);
        Assert.Empty(Read("2026-02-01").Remarks);
    }

    [Fact]
    public void A_day_before_the_first_revision_is_an_error()
    {
        git.Commit("2026-01-05", ("other.txt", "a"));
        git.Commit("2026-02-05", (File, Md("- [ ] Cache the fonts")));

        Assert.Contains(
            "has no revision of 2026-02-01 or before",
            ErrorOf("2026-02-01").Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "has no revision of 2025-02-01 or before",
            ErrorOf("2025-02-01").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_shallow_clone_asks_for_the_whole_history()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts")));
        git.Commit("2026-02-05", (File, Md("- [x] Cache the fonts")));
        var clone = git.Clone("--depth=1");

        Assert.Contains("depth 0", ErrorOf("2026-02-01", clone).Help, StringComparison.Ordinal);
        Assert.Contains("depth 0", Read("2026-02-05", clone).NoHistory, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_git_does_not_have_is_read_as_it_is()
    {
        git.Commit("2026-01-05", ("other.txt", "a"));
        git.Commit("2026-03-05", ("other.txt", "b"));
        git.Write(File, Md("- [ ] Cache the fonts"));

        var evidence = Read("2026-02-01");

        Assert.Single(evidence.Backlog.Improvements);
        Assert.Empty(evidence.Remarks);
    }

    [Fact]
    public void A_staged_change_is_that_of_now()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts")));
        git.Commit("2026-03-01", (File, Md("- [ ] Split the suite")));

        Assert.Equal("Split the suite", Assert.Single(Read("2026-02-01", staged: true).Backlog.Improvements).Title);
    }

    private static string Md(params string[] lines) => $"# Improvements\n\n{string.Join('\n', lines)}\n";

    private Evidence Read(string day, string? folder = null, bool staged = false)
    {
        var evidence = Read(day, folder, staged, out var errors);
        Assert.Empty(errors);
        return Assert.Single(evidence);
    }

    private InputError ErrorOf(string day, string? folder = null)
    {
        Read(day, folder, false, out var errors);
        return Assert.Single(errors);
    }

    private ImmutableArray<Evidence> Read(
        string day,
        string? folder,
        bool staged,
        out ImmutableArray<InputError> errors
    )
    {
        var workspace = new Workspace(folder ?? git.Folder);
        return EvidenceReader.Read(
            [workspace.Name(File)],
            new BacklogFinder(workspace).ArchiveOf,
            new HistoryQuery
            {
                WorkingFolder = workspace.Folder,
                Environment = git.UserEnvironment,
                Reading = ReadingOptions.Default,
                AsOf = DateOnly.Parse(day),
                Today = Today,
                Version = "0.0.0",
                Staged = staged,
            },
            out errors
        );
    }
}

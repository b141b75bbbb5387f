using System.Globalization;
using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.History;

public sealed class CommitDayTests : IDisposable
{
    private const string Backlog = "docs/B.md";
    private const string Settings = "kaizen.json";
    private const string Text = "# Improvements\n\n- [ ] Cache the packages\n";
    private const string Today = "2026-05-04";
    private readonly GitSandbox git = new();

    public CommitDayTests() => git.Commit("2026-02-02", (Backlog, Text), (Settings, "{}"), ("code.cs", "1"));

    public void Dispose() => git.Dispose();

    [Fact]
    public void It_is_the_committer_date() => Assert.Equal("2026-02-02", Day());

    [Theory]
    [InlineData("2026-02-02T23:59:59Z", "2026-02-02")]
    [InlineData("2026-02-03T00:00:00Z", "2026-02-03")]
    [InlineData("2026-02-03T01:30:00+02:00", "2026-02-02")]
    public void The_date_is_in_UTC(string time, string day)
    {
        git.Commit(time);
        Assert.Equal(day, Day());
    }

    [Theory]
    [InlineData(Backlog, Text + "- [ ] Split the suite\n")]
    [InlineData(Backlog, null)]
    [InlineData(Settings, """{"people": 2}""")]
    [InlineData("docs/B.archive.md", "# Archive\n")]
    public void It_is_today_when_a_file_of_the_check_differs(string path, string? text)
    {
        git.Write(path, text);
        Assert.Equal(Today, Day());
    }

    [Fact]
    public void It_is_today_when_a_changed_file_is_staged()
    {
        git.Write(Backlog, Text + "- [ ] Split the suite\n").Git("add", "--all");
        Assert.Equal(Today, Day());
    }

    [Fact]
    public void It_is_the_committer_date_when_only_line_endings_or_other_files_differ()
    {
        git.Write(Backlog, Text.ReplaceLineEndings("\r\n")).Write("code.cs", "2").Write("new.cs", "3");
        Assert.Equal("2026-02-02", Day());
    }

    [Fact]
    public void A_commit_is_not_older_than_those_it_follows()
    {
        git.Commit("2026-03-02");
        git.Commit("1999-01-01");
        Assert.Equal("2026-03-02", Day());
    }

    [Theory]
    [InlineData("2026-05-04T22:00:00Z")]
    [InlineData("2031-01-01")]
    public void It_is_not_after_today(string date)
    {
        git.Commit(date);
        Assert.Equal(Today, Day());
    }

    [Fact]
    public void It_is_the_latest_one_of_several_repositories()
    {
        using var other = new GitSandbox();
        other.Commit("2026-04-06", ("B.md", Text));
        Assert.Equal("2026-04-06", Day(Backlog, other.PathOf("B.md")));
    }

    [Fact]
    public void It_is_today_when_a_backlog_is_in_no_repository()
    {
        var folder = git.NewFolder("elsewhere");
        File.WriteAllText(Path.Join(folder, "B.md"), Text);
        Assert.Equal(Today, Day(Backlog, Path.Join(folder, "B.md")));
    }

    [Fact]
    public void It_is_today_before_the_first_commit()
    {
        using var empty = new GitSandbox();
        empty.Write("B.md", Text);
        Assert.Equal(Today, Day(empty.PathOf("B.md")));
    }

    [Fact]
    public void It_is_today_for_what_is_staged() =>
        Assert.Equal(Today, Day(query => query with { Staged = true }, Backlog));

    [Fact]
    public void It_is_the_committer_date_for_a_change() =>
        Assert.Equal("2026-02-02", Day(query => query with { Since = "gone" }, Backlog));

    private string Day(params string[] backlogs) => Day(query => query, backlogs);

    private string Day(Func<HistoryQuery, HistoryQuery> ask, params string[] backlogs)
    {
        var workspace = new Workspace(git.Folder);
        var today = DateOnly.ParseExact(Today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var query = new HistoryQuery
        {
            WorkingFolder = git.Folder,
            Environment = git.UserEnvironment,
            Reading = new ReadingOptions(),
            AsOf = today,
            Today = today,
            Version = "1.0",
        };
        var files = (backlogs is [] ? [Backlog] : backlogs)
            .Select(path => workspace.Name(Path.GetFullPath(path, git.Folder)))
            .ToList();
        return CommitDay
            .Of(
                [.. files],
                files
                    .Select(file => file.FullPath)
                    .Concat(files.Select(file => ArchivePath.Of(file.FullPath, null)))
                    .Append(git.PathOf(Settings)),
                ask(query)
            )
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}

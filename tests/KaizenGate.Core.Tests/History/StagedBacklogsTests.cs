using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.History.Git;

namespace KaizenGate.Core.Tests.History;

public sealed class StagedBacklogsTests : IDisposable
{
    private readonly GitSandbox git = new();
    private readonly ImmutableArray<InputError>.Builder errors = ImmutableArray.CreateBuilder<InputError>();

    public void Dispose() => git.Dispose();

    [Fact]
    public void The_index_is_read_and_not_the_working_tree()
    {
        git.Write("B.md", "- [ ] A-1 staged\n").Write("B.archive.md", "- [x] A-9 archived\n").Git("add", "--all");
        git.Write("B.md", "- [ ] A-1 not staged\n").Write("B.archive.md", null);

        var backlog = Assert.Single(Read(ReadingOptions.Default, "B.md"));

        Assert.Empty(errors);
        Assert.Equal("staged", Assert.Single(backlog.Improvements).Title);
        Assert.Equal("archived", Assert.Single(backlog.Archive!.Improvements).Title);
    }

    [Fact]
    public void An_archive_that_is_not_staged_is_ignored()
    {
        git.Write("B.md", "- [ ] A-1 staged\n").Git("add", "--all");
        git.Write("B.archive.md", "- [x] A-9 archived\n");

        Assert.Null(Assert.Single(Read(ReadingOptions.Default, "B.md")).Archive);
    }

    [Fact]
    public void A_backlog_that_is_not_staged_is_an_error_of_its_own()
    {
        git.Write("B.md", "- [ ] A-1 staged\n").Git("add", "--all");
        git.Write("C.md", "- [ ] A-2 new\n");

        Assert.Equal("B.md", Assert.Single(Read(ReadingOptions.Default, "B.md", "C.md")).File.Path);
        Assert.Equal(("C.md", "is not in the index"), (Assert.Single(errors).Path, errors[0].Message));
    }

    [Fact]
    public void A_staged_backlog_that_is_too_large_is_an_error()
    {
        git.Write("B.md", new string('x', 1001)).Write("C.md", new string('x', 1000)).Git("add", "--all");

        Assert.Equal("C.md", Assert.Single(Read(new ReadingOptions { MaxFileBytes = 1000 }, "B.md", "C.md")).File.Path);
        Assert.Equal("B.md", Assert.Single(errors).Path);
        Assert.Contains("1,000 bytes", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_conflict_is_reported()
    {
        git.Commit("2026-01-05", ("B.md", "- [ ] A-1 a\n"));
        git.Git("checkout", "--quiet", "-b", "other");
        git.Commit("2026-01-06", ("B.md", "- [ ] A-1 b\n"));
        git.Git("checkout", "--quiet", "main");
        git.Commit("2026-01-07", ("B.md", "- [ ] A-1 c\n"));
        Assert.Throws<InvalidOperationException>(() => git.Merge("2026-01-08", "other"));

        var error = Assert.Throws<InputException>(() => Read(ReadingOptions.Default, "B.md")).Error;

        Assert.Contains("conflict", error.Message, StringComparison.Ordinal);
    }

    private ImmutableArray<Backlog> Read(ReadingOptions options, params string[] files)
    {
        var query = new HistoryQuery
        {
            WorkingFolder = git.Folder,
            Environment = git.UserEnvironment,
            Reading = options,
            AsOf = new(2026, 1, 9),
            Version = "1.2.3",
            ReadHistory = false,
            Staged = true,
        };
        using var reader = new RepositoryHistoryReader(
            Task.FromResult(GitTest.Open(git)),
            [.. files.Select(FileAt)],
            query
        );
        return reader.ReadBacklogs(file => FileAt(Path.ChangeExtension(file.Path, ".archive.md")), errors);
    }

    private SourceFile FileAt(string name) => new(git.PathOf(name), name, name);
}

using System.Collections.Immutable;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class WalkTests
{
    private const string Gone = "";

    [Fact]
    public void All_ancestors_of_a_commit_are_returned()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Commit("2026-01-05T10:00:00Z");
        sandbox.Git("checkout", "--quiet", "-b", "side");
        var side = sandbox.Commit("2026-01-06T10:00:00Z");
        sandbox.Git("checkout", "--quiet", "main");
        var second = sandbox.Commit("2026-01-04T10:00:00Z");
        var merge = sandbox.Merge("2026-01-08T10:00:00Z", "side");
        var git = GitTest.Opened(sandbox);

        DatedCommit[] expected =
        [
            new(merge, 1767866400) { IsMerge = true },
            new(side, 1767693600),
            new(first, 1767607200),
            new(second, 1767520800),
        ];
        Assert.Equal(expected.ToHashSet(), git.Commits(merge).ToHashSet());
        DatedCommit[] since = [expected[0], expected[1], expected[3], expected[2] with { IsBoundary = true }];
        Assert.Equal(since.ToHashSet(), git.Commits(merge, first).ToHashSet());
        Assert.DoesNotContain(git.Commits(second, side), commit => commit.Commit == side);
        Assert.Equal([first], git.Roots(merge));
    }

    [Fact]
    public void Commits_that_changed_the_files_and_all_merges_are_returned()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Commit("2026-01-05T10:00:00Z", ("a", "1"), ("b", "1"), ("c", "1"));
        sandbox.Git("checkout", "--quiet", "-b", "side");
        var side = sandbox.Commit("2026-01-06", ("a", "side"));
        var side2 = sandbox.Commit("2026-01-06T13:00:00Z", ("a", "side 2"));
        sandbox.Git("checkout", "--quiet", "main");
        sandbox.Commit("2026-01-07", ("c", "2"));
        var merge = sandbox.Merge("2026-01-08T10:00:00Z", "side");
        var last = sandbox.Commit("2026-01-09", ("a", null), ("b", "2"));

        var changes = GitTest.Opened(sandbox).Changes(last, null, ["b", "a"]).ToList();

        Assert.Equal([last, merge, side2, side, first], changes.Select(change => change.Commit));
        string[][] parents =
        [
            [merge],
            [first, side2],
            [side],
            [first],
            [],
        ];
        Assert.Equal(parents, changes.Select(change => change.Parents.ToArray()));
        Assert.Equal(1767866400, changes[1].Seconds);
        Assert.Equal(
            ["a: side 2 > ", "b: 1 > 2", "a: 1 > side 2", "a: side > side 2", "a: 1 > side", "a:  > 1", "b:  > 1"],
            Shown(sandbox, changes)
        );
    }

    [Fact]
    public void Many_files_are_found_by_their_names()
    {
        using var sandbox = new GitSandbox();
        ImmutableArray<string> all =
        [
            .. Enumerable.Range(0, 60).Select(i => $"{i}/BACKLOG.md"),
            "x/[a]*?.md",
            "BACKLOG.md",
        ];
        sandbox.Commit("2026-01-05", [.. all.Where(path => !path.Contains('?')).Select(path => (path, (string?)path))]);
        sandbox.Commit("2026-01-06", ("0/OTHER.md", "1"), ("NOT-A-BACKLOG.md", "1"));
        sandbox.Commit("2026-01-07", ("7/BACKLOG.md", "2"), ("OTHER.md", "1"));
        var git = GitTest.Opened(sandbox);

        List<List<CommitChanges>> found =
        [
            [.. git.Changes(git.Head!, null, all).Where(commit => !commit.Files.IsEmpty)],
            [.. git.ChangesOfChain([.. git.Commits(git.Head!).Select(commit => commit.Commit)], all)],
        ];

        Assert.All(
            found,
            many =>
            {
                Assert.Equal(["7/BACKLOG.md: 7/BACKLOG.md > 2"], Shown(sandbox, many).Take(1));
                Assert.Equal([1, 61], many.Select(commit => commit.Files.Length));
            }
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_parents_of_many_files_are_the_nearest_commits_that_changed_one(bool hasMerge)
    {
        using var sandbox = new GitSandbox();
        ImmutableArray<string> all = [.. Enumerable.Range(0, 60).Select(i => $"{i}/BACKLOG.md")];
        sandbox.Commit("2026-01-04", ("other", "1"));
        if (hasMerge)
        {
            sandbox.Git("checkout", "--quiet", "-b", "side");
            sandbox.Commit("2026-01-05", ("side", "1"));
            sandbox.Git("checkout", "--quiet", "main");
            sandbox.Commit("2026-01-05", ("other", "2"));
            sandbox.Merge("2026-01-05", "side");
        }

        var first = sandbox.Commit("2026-01-06", ("0/BACKLOG.md", "1"), ("1/BACKLOG.md", "1"));
        sandbox.Commit("2026-01-07", ("other", "3"));
        var second = sandbox.Commit("2026-01-08", ("0/BACKLOG.md", "2"));
        sandbox.Commit("2026-01-09", ("other", "4"));
        var git = GitTest.Opened(sandbox);

        var changes = git.Changes(git.Head!, null, all).Take(2).ToList();

        Assert.Equal([second, first], changes.Select(change => change.Commit));
        Assert.Equal([first], changes[0].Parents);
        Assert.True(hasMerge || changes[1].Parents.IsEmpty);
        Assert.Equal(["0/BACKLOG.md: 1 > 2", "0/BACKLOG.md:  > 1", "1/BACKLOG.md:  > 1"], Shown(sandbox, changes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Parts_of_a_history_without_merges_are_read_as_the_whole(int least)
    {
        using var sandbox = new GitSandbox();
        foreach (var day in Enumerable.Range(1, 7))
        {
            // The clock of the fourth commit was wrong.
            sandbox.Commit($"2026-01-{(day == 4 ? 28 : day):00}", (day % 3 == 0 ? "other" : "a", $"{day}"));
        }

        var git = GitTest.Opened(sandbox);
        List<string> chain = [.. git.Commits(git.Head!).Select(commit => commit.Commit)];

        var changes = git.ChangesOfChain(chain, ["a", "b"], least).ToList();

        Assert.Equal(7, chain.Count);
        Assert.Equal(["a: 5 > 7", "a: 4 > 5", "a: 2 > 4", "a: 1 > 2", "a:  > 1"], Shown(sandbox, changes));
        Assert.Equal([0, 2, 3, 5, 6], changes.Select(change => chain.IndexOf(change.Commit)));
        string[] parents = [.. changes.Skip(1).Select(change => change.Commit)];
        Assert.Equal(parents, changes.SelectMany(change => change.Parents));
    }

    [Fact]
    public void Only_a_commit_that_removes_a_file_may_have_renamed_one()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"), ("b", "1"));
        sandbox.Commit("2026-01-06", ("b", null), ("c", "1"));
        sandbox.Commit("2026-01-07", ("c", "2"), ("d", "1"));
        var git = GitTest.Opened(sandbox);
        List<string> chain = [.. git.Commits(git.Head!).Select(commit => commit.Commit)];

        var whole = git.ChangesOfChain(chain, ["a", "c"]);

        Assert.Equal([false, true, false], whole.Select(commit => commit.MayRename));
        Assert.All(git.Changes(git.Head!, null, ["a", "c"]), commit => Assert.True(commit.MayRename));
    }

    [Fact]
    public void Ancestors_of_the_excluded_commit_are_left_out()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var known = sandbox.Commit("2026-01-06", ("b", "1"));
        var next = sandbox.Commit("2026-01-07", ("a", "2"));

        var git = GitTest.Opened(sandbox);

        Assert.Equal(next, Assert.Single(git.Changes(next, known, ["a"])).Commit);
        Assert.Empty(git.Changes(known, known, ["a"]));
        Assert.Empty(git.Changes(next, null, []));
        Assert.Empty(git.Changes(next, null, ["never"]));
    }

    [Fact]
    public void A_link_or_a_folder_with_the_name_is_not_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        sandbox.Write("a", null);
        File.CreateSymbolicLink(sandbox.PathOf("a"), "b");
        sandbox.Commit("2026-01-06");
        sandbox.Write("a", null);
        sandbox.Commit("2026-01-07", ("a/b", "2"), ("a/c", "2"));
        File.Delete(sandbox.PathOf("a/b"));
        File.Delete(sandbox.PathOf("a/c"));
        Directory.Delete(sandbox.PathOf("a"));
        var head = sandbox.Commit("2026-01-08", ("a", "3"));

        var git = GitTest.Opened(sandbox);

        Assert.Equal(["a:  > 3", "a: 1 > ", "a:  > 1"], Shown(sandbox, git.Changes(head, null, ["a"])));
        Assert.Empty(git.FilesAt($"{sandbox.Git("rev-parse", "HEAD~1")}", ["a"]));
        Assert.Empty(git.FilesAt($"{sandbox.Git("rev-parse", "HEAD~2")}", ["a"]));
    }

    [Fact]
    public void A_submodule_with_the_name_is_not_a_file()
    {
        using var inner = new GitSandbox();
        inner.Commit("2026-01-05", ("x", "1"));
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        sandbox.Commit("2026-01-06", ("a", null));
        sandbox.AddSubmodule("2026-01-07", inner, "a");

        var git = GitTest.Opened(sandbox);

        Assert.Equal(["a: 1 > ", "a:  > 1"], Shown(sandbox, git.Changes(git.Head!, null, ["a"])));
        Assert.Empty(git.FilesAt(git.Head!, ["a"]));
        Assert.Empty(git.StagedFiles(["a"]));
    }

    [Fact]
    public void File_names_are_taken_literally()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such names there");
        string[] names =
        [
            "with space",
            "line\nbreak",
            "--output=x",
            "-h",
            ":(glob)*",
            ":/a",
            "*",
            "[a]",
            "ünïcödé/改善.md",
            "quote\"'",
            "back\\slash",
            ":100644 100644",
        ];
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "not asked for"));
        var commit = sandbox.Commit("2026-01-06", [.. names.Select(name => (name, (string?)name))]);
        sandbox.Commit("2026-01-07", ("a", "2"));
        var git = GitTest.Opened(sandbox);

        var change = Assert.Single(git.Changes(git.Head!, null, [.. names]));
        var tree = git.FilesAt(commit, [.. names]);
        var index = git.StagedFiles([.. names]);

        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            change.Files.Select(file => file.Path).Order(StringComparer.Ordinal)
        );
        Assert.All(names, name => Assert.Equal([name], GitTest.Contents(git, [tree[name]])));
        Assert.Equal(tree.OrderBy(file => file.Key), index.OrderBy(file => file.Key));
        Assert.Equal(names.Length, tree.Count);
        Assert.All(names, name => Assert.Single(git.Changes(git.Head!, null, [name])));
    }

    [Fact]
    public void A_SHA_256_repository_works()
    {
        using var sandbox = new GitSandbox("--object-format=sha256");
        var first = sandbox.Commit("2026-01-05", ("a", "1"));
        var second = sandbox.Commit("2026-01-06", ("a", "2"));
        var git = GitTest.Opened(sandbox);

        Assert.Equal(64, git.Head!.Length);
        Assert.Equal([second, first], git.Commits(second).Select(one => one.Commit));
        Assert.Equal(["a: 1 > 2", "a:  > 1"], Shown(sandbox, git.Changes(second, null, ["a"])));
        Assert.Equal(["2"], GitTest.Contents(git, [git.StagedFiles(["a"])["a"]]));
        Assert.Equal(first, git.MergeBase(first[..12]));
    }

    [Fact]
    public void A_user_s_configuration_changes_nothing()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var renamed = sandbox.Commit("2026-01-06", ("a", null), ("b", "1"));
        var git = GitTest.Opened(sandbox);
        List<string> Answers() =>
            [
                .. Shown(sandbox, git.Changes(renamed, null, ["a", "b"])),
                .. git.Commits(renamed).Select(one => $"{one}"),
            ];
        var before = Answers();

        foreach (
            var (key, value) in (ReadOnlySpan<(string, string)>)
                [
                    ("log.showRoot", "false"),
                    ("log.follow", "true"),
                    ("log.diffMerges", "off"),
                    ("log.decorate", "full"),
                    ("log.date", "iso"),
                    ("log.abbrevCommit", "true"),
                    ("format.pretty", "fuller"),
                    ("format.notes", "*"),
                    ("diff.renames", "copies"),
                    ("diff.relative", "true"),
                    ("diff.orderFile", "/nowhere"),
                    ("diff.noprefix", "true"),
                    ("core.abbrev", "5"),
                    ("core.quotePath", "true"),
                    ("color.ui", "always"),
                    ("i18n.logOutputEncoding", "UTF-16"),
                ]
        )
        {
            sandbox.Git("config", key, value);
        }

        Assert.Equal(["b:  > 1", "a: 1 > ", "a:  > 1"], Answers().Take(3).OrderByDescending(line => line[0]));
        Assert.Equal(before, Answers());
    }

    [Fact]
    public void A_replacement_object_is_ignored()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Commit("2026-01-05", ("a", "1"));
        var second = sandbox.Commit("2026-01-06", ("a", "2"));
        sandbox.Git("replace", second, first);

        Assert.Equal(2, GitTest.Opened(sandbox).Commits(second).Count());
    }

    [Fact]
    public void Disposing_the_enumerator_stops_git()
    {
        using var sandbox = new GitSandbox();
        var second = "";
        for (var i = 0; i < 3; i++)
        {
            second = sandbox.Commit("2026-01-05", ("a", $"{i}"));
        }

        Assert.Equal(second, GitTest.Opened(sandbox).Commits(second).First().Commit);
    }

    [Fact]
    public void An_invalid_commit_id_never_reaches_git()
    {
        using var sandbox = new GitSandbox();
        var head = sandbox.Commit("2026-01-05", ("a", "1"));
        var git = GitTest.Opened(sandbox);

        Assert.Throws<ArgumentException>(() => git.Commits("--output=x").Count());
        Assert.Throws<ArgumentException>(() => git.Changes(head, "HEAD", ["a"]).Count());
        Assert.Throws<ArgumentException>(() => git.FilesAt("-h", ["a"]));
        Assert.Throws<ArgumentException>(() => git.RenameSource(head, "x", "a"));
        Assert.Throws<ArgumentException>(() => git.Reasons("x", head).NoCapture);
    }

    private static IEnumerable<string> Shown(GitSandbox sandbox, IEnumerable<CommitChanges> changes) =>
        from change in changes.ToList()
        from file in change.Files
        select $"{file.Path}: {Text(sandbox, file.OldBlob)} > {Text(sandbox, file.NewBlob)}";

    private static string Text(GitSandbox sandbox, string? blob) =>
        blob is null ? Gone : sandbox.Git("cat-file", "blob", blob);

    [Fact]
    public void A_commit_that_is_something_else_is_damage()
    {
        using var sandbox = new GitSandbox();
        var head = sandbox.Commit("2026-01-05", ("a", "1"));
        var tree = sandbox.Git("rev-parse", "HEAD^{tree}").Trim();
        File.Delete(ObjectFile(head));
        File.Copy(ObjectFile(tree), ObjectFile(head));

        var git = GitTest.Opened(sandbox);
        Assert.Contains("is not a commit", Assert.Throws<GitException>(() => git.Commits(head).Count()).Reason);
        Assert.Contains("is not a commit", Assert.Throws<GitException>(() => git.FirstParents(head).Count()).Reason);

        string ObjectFile(string id) => sandbox.PathOf($".git/objects/{id[..2]}/{id[2..]}");
    }
}

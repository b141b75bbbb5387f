using System.Text.RegularExpressions;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Tests.History.Git;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Workspaces;

public sealed class WatchedFileTests
{
    private static readonly string[] Watched =
    [
        .. from folder in new[] { "", "docs/", ".github/", ".kaizen/" }
        from name in BacklogFinder.UsualNames
        from path in new[]
        {
            name,
            name.ToUpperInvariant(),
            name.Replace(".md", ".archive.md", StringComparison.Ordinal),
        }
        select folder + path,
        "kaizen.json",
        "team/kaizen.json",
        "team/a/kaizen.json",
        "kaizen.baseline.json",
    ];

    private static readonly string[] Unwatched =
    [
        "README.md",
        "src/IMPROVEMENTS.md",
        "docs/a/BACKLOG.md",
        "xIMPROVEMENTS.md",
        "IMPROVEMENTS.md.bak",
        "IMPROVEMENTSxmd",
        "IMPROVEMENTS.old.md",
        "mykaizen.json",
        "team/kaizen.baseline.json",
    ];

    [Fact]
    public void The_regular_expression_matches_every_usual_name()
    {
        var pattern = WatchedFile.Regex(WatchedFile.OfDefaults);

        Assert.All(Watched, path => Assert.Matches(pattern, path));
        Assert.All(Unwatched, path => Assert.DoesNotMatch(pattern, path));
    }

    [Fact]
    public void The_pathspecs_match_every_usual_name()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("first", "1"));
        var git = GitTest.Opened(sandbox);
        string[] specs = [.. WatchedFile.OfDefaults.Select(file => file.PathSpec)];

        Stage([.. Unwatched]);
        Assert.False(Core.History.Git.StagedFiles.HasStaged(git, specs));
        var index = File.ReadAllBytes(sandbox.PathOf(".git/index"));
        foreach (var path in Watched)
        {
            Stage(path);
            Assert.True(Core.History.Git.StagedFiles.HasStaged(git, specs), path);
            File.WriteAllBytes(sandbox.PathOf(".git/index"), index);
            File.Delete(sandbox.PathOf(path));
        }

        void Stage(params string[] paths)
        {
            Array.ForEach(paths, path => sandbox.Write(path, "1"));
            sandbox.Git(["add", "--force", "--", .. paths]);
        }
    }

    [Theory]
    [InlineData(WatchedKind.Literal, "it's (a) [1]+.md", "it's (a) [1]+.md", "it's a 1.md")]
    [InlineData(WatchedKind.AnyCase, "über.md", "ÜBER.md", "uber.md")]
    [InlineData(WatchedKind.Glob, "teams/**/[1]*.md", "teams/a/b/[1]x.md", "teams/1x.md")]
    [InlineData(WatchedKind.Glob, "teams/**/*.md", "teams/x.md", "teams.md")]
    [InlineData(WatchedKind.Glob, "a?/*.md", "a?/x.md", "ab/x.md")]
    [InlineData(WatchedKind.Glob, "*/x.md", "a/x.md", "a/b/x.md")]
    public void Signs_of_a_pattern_are_taken_literally(object kind, string path, string matching, string other)
    {
        var pattern = WatchedFile.Regex([new WatchedFile(path, (WatchedKind)kind)]);

        Assert.Matches(pattern, matching);
        Assert.DoesNotMatch(pattern, other);
    }

    [Fact]
    public void The_glob_names_each_folder_and_each_name_once() =>
        Assert.Equal(
            "{{,docs/,.github/,.kaizen/}{IMPROVEMENTS,IMPROVEMENT_BACKLOG,improvement-backlog,BACKLOG,KAIZEN}{,.archive}.md,"
                + "kaizen.baseline.json,{,**/}kaizen.json}",
            WatchedFile.Glob(WatchedFile.OfDefaults)
        );

    [Fact]
    public void The_glob_escapes_its_signs() =>
        Assert.Equal(@"{a\{b\,c\}\*.md}", WatchedFile.Glob([new WatchedFile("a{b,c}*.md", WatchedKind.Literal)]));
}

using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Workspaces;
using Microsoft.Extensions.FileSystemGlobbing;

namespace KaizenGate.Core.Tests.Workspaces;

public sealed class FileGlobTests : IDisposable
{
    private static readonly string[] Names = ["a", "B", "ab.md", "BACKLOG.md", "backlog.md", "x?y"];

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("*/BACKLOG.md", 0, "team", true)]
    [InlineData("*/BACKLOG.md", 1, "src", false)]
    [InlineData("team*/*/BACKLOG.md", 0, "Team1", true)]
    [InlineData("team*/*/BACKLOG.md", 0, "src", false)]
    [InlineData("team*/*/BACKLOG.md", 1, "any", true)]
    [InlineData("team*/*/BACKLOG.md", 2, "any", false)]
    [InlineData("*.md", 0, "any", false)]
    [InlineData("team*/**/BACKLOG.md", 0, "src", false)]
    [InlineData("team*/**/BACKLOG.md", 0, "team", true)]
    [InlineData("team*/**/BACKLOG.md", 7, "any", true)]
    [InlineData("**", 7, "any", true)]
    [InlineData("*/", 7, "any", true)]
    [InlineData("*/../BACKLOG.md", 0, "any", true)]
    public void A_search_enters_only_folders_that_the_pattern_allows(
        string pattern,
        int depth,
        string name,
        bool enters
    ) => Assert.Equal(enters, new GlobSegments(pattern).MayLead(depth, name));

    [Theory]
    [InlineData("*/BACKLOG.md", 1, "backlog.MD", true)]
    [InlineData("*/BACKLOG.md", 0, "BACKLOG.md", false)]
    [InlineData("*/BACKLOG.md", 2, "BACKLOG.md", false)]
    [InlineData("*/BACKLOG.md", 1, "README.md", false)]
    [InlineData("**/BACKLOG.md", 0, "BACKLOG.md", true)]
    [InlineData("**/BACKLOG.md", 5, "BACKLOG.md", true)]
    [InlineData("**/BACKLOG.md", 5, "README.md", false)]
    [InlineData("a/**", 0, "any", false)]
    [InlineData("a/**", 1, "any", true)]
    [InlineData("*/x?y", 1, "xz", false)]
    public void A_search_looks_only_at_names_that_the_pattern_allows(
        string pattern,
        int depth,
        string name,
        bool looks
    ) => Assert.Equal(looks, new GlobSegments(pattern).MayMatch(depth, name));

    [Fact]
    public void The_files_are_those_that_the_pattern_matches_in_the_whole_tree()
    {
        var random = new Random(1);
        var files = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            var folders = Enumerable.Range(0, random.Next(4)).Select(_ => $"{Names[random.Next(2)]}{random.Next(2)}");
            files.Add(string.Join('/', folders.Append(Names[random.Next(2, Names.Length)])));
            scratch.With(files[^1]);
        }

        string[] parts = ["*", "**", "a*", "b1", "*.md", "backlog.md", "*b*", "x?y", "", "."];
        for (var i = 0; i < 400; i++)
        {
            var pattern = string.Join(
                '/',
                Enumerable.Range(0, random.Next(1, 4)).Select(_ => parts[random.Next(parts.Length)])
            );
            if (!FileGlob.HasWildcard(pattern.Split('/')[0]))
            {
                continue;
            }

            var whole = new Matcher(StringComparison.OrdinalIgnoreCase).AddInclude(pattern);
            Assert.Equal(
                files.Where(file => whole.Match(file).HasMatches).Distinct().Order(StringComparer.Ordinal),
                FileGlob.Find(scratch.Path, pattern, []).Select(file => Path.GetRelativePath(scratch.Path, file))
            );
        }
    }

    [Fact]
    public void Many_folders_are_searched_like_few()
    {
        string[] files = [.. Enumerable.Range(0, 150).Select(number => $"team{number % 90}/part{number}/BACKLOG.md")];
        scratch.With(files).With("team1/node_modules/BACKLOG.md", "team2/BACKLOG.md", "team3/part1/deep/BACKLOG.md");
        Directory.CreateSymbolicLink(scratch.PathOf("team4/loop"), scratch.PathOf("team5/part5"));

        Assert.Equal(
            files.Where(file => file != "team7/part7/BACKLOG.md").Order(StringComparer.Ordinal),
            FileGlob
                .Find(scratch.Path, "*/*/backlog.md", ["team7/part7/**"])
                .Select(file => Path.GetRelativePath(scratch.Path, file))
        );
    }

    [Theory]
    [InlineData("*/../BACKLOG.md", "team/**")]
    [InlineData("*/BACKLOG.md", "team/../**")]
    [InlineData("*/BACKLOG.md", "../team/../x")]
    public void A_pattern_that_goes_up_after_a_folder_is_refused(string pattern, string excluded)
    {
        scratch.With("team/BACKLOG.md");

        var wrong = Assert.Throws<InputException>(() => FileGlob.Find(scratch.Path, pattern, [excluded])).Error;
        Assert.Contains("goes up", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(pattern.Contains("..") ? pattern : excluded, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_of_a_pattern_can_go_up()
    {
        scratch.With("a/BACKLOG.md", "b/BACKLOG.md");

        Assert.Equal(
            [scratch.PathOf("a/BACKLOG.md")],
            FileGlob.Find(scratch.PathOf("b"), "../*/BACKLOG.md", ["../b/**"])
        );
    }
}

using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Workspaces;

public sealed class BacklogCandidatesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("kaizen-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Lists_are_found_by_their_names_the_usual_ones_first()
    {
        foreach (
            var path in new[]
            {
                "TODO.md",
                "tech-debt.MD",
                "notes.md",
                "TODO.txt",
                "docs/BACKLOG.md",
                "teams/a/Improvements.md",
                ".github/ROADMAP.md",
                ".cache/TODO.md",
                "node_modules/x/TODO.md",
                "a/b/c/d/TODO.md",
                "a/b/c/d/e/TODO.md",
            }
        )
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(root, path))!);
            File.WriteAllText(Path.Join(root, path), "");
        }

        Assert.Equal(
            [
                "docs/BACKLOG.md usual",
                "teams/a/Improvements.md usual",
                "TODO.md",
                "TODO.txt",
                "tech-debt.MD",
                ".github/ROADMAP.md",
                "a/b/c/d/TODO.md",
            ],
            BacklogCandidates
                .In(root)
                .Select(one => Path.GetRelativePath(root, one.Path).Replace('\\', '/') + (one.IsUsual ? " usual" : ""))
        );
    }

    [Theory]
    [InlineData(".beads/issues.jsonl", true)]
    [InlineData("issues.jsonl", false)]
    [InlineData(".taskmaster/tasks/tasks.json", true)]
    [InlineData("tasks.json", false)]
    [InlineData(".agents/rpi/next-work.jsonl", true)]
    [InlineData("docs/todo.txt", true)]
    [InlineData("jira.csv", true)]
    [InlineData("docs/Tech Debt.csv", true)]
    [InlineData("metrics.csv", false)]
    [InlineData("backlog/config.yml", true)]
    [InlineData("config/config.yml", false)]
    [InlineData("backlog.config.yml", true)]
    public void Files_of_other_tools_are_found_where_the_tools_have_them(string path, bool isFound)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(root, path))!);
        File.WriteAllText(
            Path.Join(root, path),
            path.Contains("backlog", StringComparison.Ordinal)
                ? "project_name: x\nstatuses: [To Do, Done]\n"
                : "key: value\n"
        );

        Assert.Equal(isFound ? [(Path.Join(root, path), false)] : [], BacklogCandidates.In(root));
    }

    [Fact]
    public void Links_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege");
        Directory.CreateDirectory(Path.Join(root, "real"));
        File.WriteAllText(Path.Join(root, "real", "TODO.md"), "");
        Directory.CreateSymbolicLink(Path.Join(root, "link"), Path.Join(root, "real"));
        Directory.CreateSymbolicLink(Path.Join(root, "loop"), root);

        Assert.Equal([Path.Join(root, "real", "TODO.md")], BacklogCandidates.In(root).Select(one => one.Path));
    }
}

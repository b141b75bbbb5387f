using KaizenGate.Core.History.Git;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class GitProgramTests
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "git.exe" : "git";

    [Fact]
    public void The_first_executable_git_on_the_PATH_is_used()
    {
        using var folder = new ScratchFolder();
        folder.With($"no-program/{Name}", $"first/{Name}", $"second/{Name}").WithFolder($"a-folder/{Name}");
        MakeRunnable(folder.PathOf($"first/{Name}"), folder.PathOf($"second/{Name}"));
        string[] path = OperatingSystem.IsWindows()
            ? ["missing", "a-folder", "first", "second"]
            : ["missing", "a-folder", "no-program", "first", "second"];

        Assert.Equal(folder.PathOf($"first/{Name}"), Find(path.Select(folder.PathOf)));
    }

    [Fact]
    public void A_relative_folder_on_the_PATH_is_ignored()
    {
        using var folder = new ScratchFolder();
        folder.With(Name, $"tools/{Name}");
        MakeRunnable(folder.PathOf(Name), folder.PathOf($"tools/{Name}"));
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder.Path);

        Assert.True(File.Exists(Path.Combine(relative, Name)));
        Assert.Null(Find(["", ".", relative, Path.Combine(relative, "tools")]));
    }

    [Fact]
    public void Without_a_PATH_git_is_not_found() => Assert.Null(GitProgram.Find(new Dictionary<string, string>()));

    private static string? Find(IEnumerable<string> folders) =>
        GitProgram.Find(new Dictionary<string, string> { ["PATH"] = string.Join(Path.PathSeparator, folders) })?.Path;

    private static void MakeRunnable(params string[] files)
    {
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }
    }
}

using System.Text.RegularExpressions;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Files;

/// <summary>A repository next to files of its user, and the tool in it.</summary>
internal sealed partial class HostileCheckout : IDisposable
{
    /// <summary>The content of the files of the user.</summary>
    public const string Secret = "- [ ] A-9 the user's own words\n";

    private static readonly string[] Extensions = [".md", ".json", ".csv"];

    private readonly PackedTool tool;
    private readonly GitRepository git;

    private HostileCheckout(PackedTool tool, GitRepository git)
    {
        (this.tool, this.git) = (tool, git);
        Write(
            "IMPROVEMENTS.md",
            "## To Do\n\n- [ ] A-1: tidy up\n\n## Done\n\n- [x] A-2: cache the fonts ✅ 2025-01-02\n"
        );
        foreach (var extension in Extensions)
        {
            git.Around.Write($"outside/file{extension}", Secret);
            Link($"link{extension}", $"../outside/file{extension}");
            Link($"new{extension}", $"../outside/new{extension}");
        }
    }

    public static async Task<HostileCheckout> CreateAsync(PackedTool tool)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        return new(tool, await GitRepository.CreateAsync());
    }

    public void Dispose() => git.Dispose();

    public void Write(string path, string text) => git.Write(path, text);

    /// <summary>Replaces a file by a link, or creates the link.</summary>
    public void Link(string path, string target)
    {
        var link = git.PathOf(path);
        File.Delete(link);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
    }

    /// <summary>Runs a command, which must say that something leads out, print no words of the user and change none of the files.</summary>
    public async Task MustRefuseAsync(params string[] arguments)
    {
        var outcome = await git.RunAsync(tool, arguments);

        var printed = outcome.Output + outcome.Error;
        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.True(Refusal().IsMatch(printed), outcome.ToString());
        Assert.False(printed.Contains("the user's own words", StringComparison.Ordinal), outcome.ToString());
        var outside = git.Around.PathOf("outside");
        Assert.Equal(
            Extensions.Select(extension => $"file{extension}").Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(outside).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.All(Directory.EnumerateFiles(outside), file => Assert.Equal(Secret, File.ReadAllText(file)));
    }

    /// <summary>Commits all files.</summary>
    public Task CommitAsync() => git.CommitAsync(Samples.AsOf);

    /// <summary>All files with the moments of their last changes; without the cache of the history in git's folder.</summary>
    public IReadOnlyList<string> Files() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(git.Around.Path, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains("/.git/kaizen", StringComparison.Ordinal) && File.Exists(path))
                .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The output of a command of the tool that must succeed.</summary>
    public async Task<string> PrintAsync(params string[] arguments)
    {
        var outcome = (await git.RunAsync(tool, arguments)).MustSucceed();
        return outcome.Output + outcome.Error;
    }

    [GeneratedRegex("leads out of the (repository|folder)|a symbolic link")]
    private static partial Regex Refusal();
}

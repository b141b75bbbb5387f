using System.Diagnostics;
using System.Text.RegularExpressions;
using KaizenGate.Core.Tests.Namespaces;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Files;

/// <summary>A repository next to files of its user, and the tool in it.</summary>
internal sealed partial class HostileCheckout : IDisposable
{
    /// <summary>The content of the files of the user.</summary>
    public const string Secret = "- [ ] A-9 the user's own words\n";

    private static readonly string[] Extensions = [".md", ".json", ".csv"];

    private readonly ScratchFolder scratch = new();

    public HostileCheckout()
    {
        scratch.With("repository/IMPROVEMENTS.md");
        Write(
            "IMPROVEMENTS.md",
            "## To Do\n\n- [ ] A-1: tidy up\n\n## Done\n\n- [x] A-2: cache the fonts ✅ 2025-01-02\n"
        );
        Run("git", "init", "-q");
        foreach (var extension in Extensions)
        {
            scratch.With($"outside/file{extension}");
            File.WriteAllText(scratch.PathOf($"outside/file{extension}"), Secret);
            Link($"link{extension}", $"../outside/file{extension}");
            Link($"new{extension}", $"../outside/new{extension}");
        }
    }

    private string Folder => scratch.PathOf("repository");

    public void Dispose() => scratch.Dispose();

    public void Write(string path, string text) => File.WriteAllText(Path.Join(Folder, path), text);

    /// <summary>Replaces a file by a link, or creates the link.</summary>
    public void Link(string path, string target)
    {
        var link = Path.Join(Folder, path);
        File.Delete(link);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
    }

    /// <summary>Runs a command, which must say that something leads out, print no words of the user and change none of the files.</summary>
    public void MustRefuse(params string[] arguments)
    {
        var (exitCode, printed) = Run("dotnet", [ToolAssemblies.Paths[^1], .. arguments]);

        var run = $"{string.Join(' ', arguments)}\nexit code {exitCode}\n{printed}";
        Assert.True(exitCode == 2, run);
        Assert.True(Refusal().IsMatch(printed), run);
        Assert.False(printed.Contains("the user's own words", StringComparison.Ordinal), run);
        Assert.Equal(
            Extensions.Select(extension => $"file{extension}").Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(scratch.PathOf("outside")).Select(Path.GetFileName).Order()
        );
        Assert.All(
            Directory.EnumerateFiles(scratch.PathOf("outside")),
            file => Assert.Equal(Secret, File.ReadAllText(file))
        );
    }

    /// <summary>Commits all files.</summary>
    public void Commit()
    {
        Run("git", "add", "--all");
        Run("git", "-c", "user.name=Kim", "-c", "user.email=kim@example.com", "commit", "-q", "-m", "Begin");
    }

    /// <summary>All files with the moments of their last changes; without the cache of the history in git's folder.</summary>
    public IReadOnlyList<string> Files() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(scratch.Path, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains("/.git/kaizen", StringComparison.Ordinal) && File.Exists(path))
                .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The output of a command of the tool that must succeed.</summary>
    public string Print(params string[] arguments)
    {
        var (exitCode, printed) = Run("dotnet", [ToolAssemblies.Paths[^1], .. arguments]);
        Assert.True(exitCode == 0, printed);
        return printed;
    }

    private (int ExitCode, string Printed) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, printed);
    }

    [GeneratedRegex("leads out of the (repository|folder)|a symbolic link")]
    private static partial Regex Refusal();
}

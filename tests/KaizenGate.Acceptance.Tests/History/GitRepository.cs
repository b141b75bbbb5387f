using System.Globalization;

namespace KaizenGate.Acceptance.Tests.History;

/// <summary>A repository of its own for one test, which no configuration of the machine reaches.</summary>
public sealed class GitRepository : IDisposable
{
    private readonly Scratch scratch = new();

    private GitRepository()
    {
        scratch
            .With("HOME", scratch.PathOf("home"))
            .With("GIT_CONFIG_NOSYSTEM", "1")
            .With("GIT_CONFIG_GLOBAL", scratch.PathOf("home/.gitconfig"))
            .With("GIT_TERMINAL_PROMPT", "0")
            .Write(
                "home/.gitconfig",
                "[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n[protocol \"file\"]\nallow = always\n[gc]\nauto = 0\n"
            );
        Folder = Directory.CreateDirectory(scratch.PathOf("repo")).FullName;
    }

    /// <summary>The absolute path of its working tree.</summary>
    public string Folder { get; }

    public Dictionary<string, string> Environment => scratch.Environment;

    /// <summary>The folder around it, for clones and the like.</summary>
    public Scratch Around => scratch;

    /// <summary>An empty repository on an unborn branch <c>main</c>.</summary>
    public static async Task<GitRepository> CreateAsync()
    {
        var repository = new GitRepository();
        await repository.GitAsync("init", "--quiet");
        return repository;
    }

    public void Dispose()
    {
        // The objects of git are read-only, which matters on Windows.
        foreach (var file in Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        scratch.Dispose();
    }

    public string PathOf(string relative) => Path.GetFullPath(relative, Folder);

    /// <summary>Writes a file of the working tree, and the folders it needs.</summary>
    public GitRepository Write(string file, string content)
    {
        scratch.Write(PathOf(file), content);
        return this;
    }

    public async Task<string> GitAsync(params string[] arguments) =>
        (await Command.RunAsync("git", arguments, Folder, Environment)).MustSucceed().Text;

    /// <summary>Commits everything in the working tree at noon of a day, UTC, and returns the commit.</summary>
    /// <param name="day">Year-month-day.</param>
    /// <param name="message">The message, trailers included.</param>
    public async Task<string> CommitAsync(string day, string message = "Change")
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        scratch
            .With("GIT_AUTHOR_DATE", $"{date:yyyy-MM-dd}T12:00:00Z")
            .With("GIT_COMMITTER_DATE", $"{date:yyyy-MM-dd}T12:00:00Z");
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    /// <summary>Runs the installed program in the working tree, or in another folder.</summary>
    public Task<Outcome> RunAsync(PackedTool tool, IEnumerable<string> arguments, string? folder = null) =>
        Command.RunAsync(tool.Program, arguments, folder ?? Folder, Environment);

    /// <summary>Runs <c>check</c> as of <see cref="Samples.AsOf"/>.</summary>
    public Task<Outcome> CheckAsync(PackedTool tool, params string[] options) =>
        RunAsync(tool, ["check", "--as-of", Samples.AsOf, .. options]);

    /// <summary>The folder in which the program keeps what it read of the history.</summary>
    public async Task<string> CacheAsync() =>
        Path.GetFullPath(await GitAsync("rev-parse", "--git-path", "kaizen"), Folder);
}

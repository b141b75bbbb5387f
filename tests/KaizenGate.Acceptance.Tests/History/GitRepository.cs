using System.Globalization;

namespace KaizenGate.Acceptance.Tests.History;

/// <summary>A repository for one test, isolated from the git configuration of the machine.</summary>
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
                "[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n[protocol \"file\"]\nallow = always\n[maintenance]\nauto = false\n"
            );
        Folder = Directory.CreateDirectory(scratch.PathOf("repo")).FullName;
    }

    /// <summary>The absolute path of the working tree.</summary>
    public string Folder { get; }

    public Dictionary<string, string> Environment => scratch.Environment;

    /// <summary>The parent folder, for clones and other files.</summary>
    public Scratch Around => scratch;

    /// <summary>Creates an empty repository on an unborn branch <c>main</c>.</summary>
    public static async Task<GitRepository> CreateAsync()
    {
        var repository = new GitRepository();
        await repository.GitAsync("init", "--quiet");
        return repository;
    }

    public void Dispose()
    {
        // Git's objects are read-only, so Windows would not delete them.
        foreach (var file in Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        scratch.Dispose();
    }

    public string PathOf(string relative) => Path.GetFullPath(relative, Folder);

    /// <summary>Writes a file in the working tree, with its folders.</summary>
    public GitRepository Write(string file, string content)
    {
        scratch.Write(PathOf(file), content);
        return this;
    }

    public async Task<string> GitAsync(params string[] arguments) =>
        (await Command.RunAsync("git", arguments, Folder, Environment)).MustSucceed().Text;

    /// <summary>Commits the whole working tree at noon of a day, UTC, and returns the commit.</summary>
    /// <param name="day">The day, YYYY-MM-DD.</param>
    /// <param name="message">The message, including trailers.</param>
    public async Task<string> CommitAsync(string day, string message = "Change")
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        scratch
            .With("GIT_AUTHOR_DATE", $"{date:yyyy-MM-dd}T12:00:00Z")
            .With("GIT_COMMITTER_DATE", $"{date:yyyy-MM-dd}T12:00:00Z");
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", message);
        // Another process would take longer.
        var head = (await File.ReadAllTextAsync(PathOf(".git/HEAD"))).Trim().Split("ref: ");
        return head.Length == 1 ? head[0] : (await File.ReadAllTextAsync(PathOf($".git/{head[1]}"))).Trim();
    }

    /// <summary>Runs the installed program in the working tree, or in another folder.</summary>
    public Task<Outcome> RunAsync(PackedTool tool, IEnumerable<string> arguments, string? folder = null) =>
        Command.RunAsync(tool.Program, arguments, folder ?? Folder, Environment);

    /// <summary>Runs <c>check</c> as of <see cref="Samples.AsOf"/>.</summary>
    public Task<Outcome> CheckAsync(PackedTool tool, params string[] options) =>
        RunAsync(tool, ["check", "--as-of", Samples.AsOf, .. options]);

    /// <summary>The folder of the history cache.</summary>
    public async Task<string> CacheAsync() =>
        Path.GetFullPath(await GitAsync("rev-parse", "--git-path", "kaizen"), Folder);
}

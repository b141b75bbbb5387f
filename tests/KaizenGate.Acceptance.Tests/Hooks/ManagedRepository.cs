using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>A repository whose hooks a program manages, with a check of its own that records its runs.</summary>
internal sealed class ManagedRepository(HookedRepository repository, Func<HookedRepository, Task> activate)
{
    /// <summary>The repository.</summary>
    public HookedRepository Inner { get; } = repository;

    /// <summary>A shell command that the manager is to run before each commit.</summary>
    public static string Theirs(HookedRepository repository) =>
        $"echo theirs >> {repository.Git.Around.PathOf("theirs")}";

    /// <summary>How often it ran.</summary>
    private int TheirRuns
    {
        get
        {
            var path = Inner.Git.Around.PathOf("theirs");
            return File.Exists(path) ? File.ReadAllLines(path).Length : 0;
        }
    }

    /// <summary>Installs, uses and uninstalls the hooks.</summary>
    /// <param name="name">The name of the manager.</param>
    public async Task VerifyAsync(string name)
    {
        await activate(Inner);
        await CommitAllAsync();
        var (files, hooks) = (Files(""), Files(".git/hooks"));

        var shown = (await Inner.HookAsync("install")).MustSucceed();

        Assert.Contains($"{name} manages the hooks of this repository", shown.Output, StringComparison.Ordinal);
        Assert.Equal(files, Files(""));
        (await Inner.HookAsync("install", "--write")).MustSucceed();
        var again = (await Inner.HookAsync("install")).MustSucceed();
        Assert.DoesNotContain("wrote", again.Output, StringComparison.Ordinal);
        Assert.Equal(hooks, Files(".git/hooks"));
        await activate(Inner);
        await CommitAllAsync();
        await ChecksCommitsAsync();
        // As when a person installs the dependencies again.
        await activate(Inner);
        await ChecksCommitsAsync();
        await ChecksMergesAsync();
        await ChecksMessagesAsync();

        (await Inner.HookAsync("uninstall")).MustSucceed();

        Assert.Equal(files, Files(""));
        await Inner.StageAsync(UnscoredItem.Text);
        (await Inner.CommitAsync()).MustSucceed();
    }

    /// <summary>Bad backlogs are refused, good ones and other files are not, and the check of the project runs each time.</summary>
    public async Task ChecksCommitsAsync()
    {
        var (theirs, checks) = (TheirRuns, Inner.Checks.Count());
        await File.AppendAllTextAsync(Inner.Git.PathOf("code.txt"), "more\n");
        (await Inner.CommitAsync("--all")).MustSucceed();
        Assert.Equal((theirs + 1, checks), (TheirRuns, Inner.Checks.Count()));

        await Inner.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        var refused = await Inner.CommitAsync();
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("error KZ201", refused.Output + refused.Error, StringComparison.Ordinal);

        await Inner.StageAsync(BacklogText.Open(1), BacklogText.Open(Inner.Runs.Count + 10));
        (await Inner.CommitAsync()).MustSucceed();
        Assert.Equal(checks + 2, Inner.Checks.Count());
    }

    private async Task ChecksMergesAsync()
    {
        var merged = await Inner.MergeAsync(BacklogText.Open(1), UnscoredItem.Text);
        Assert.NotEqual(0, merged.ExitCode);
        Assert.Contains("error KZ201", merged.Output + merged.Error, StringComparison.Ordinal);
        await Inner.Git.GitAsync("merge", "--abort");
    }

    private async Task ChecksMessagesAsync()
    {
        Inner.Git.Write("kaizen.json", """{ "profile": "strict" }""");
        await Inner.Git.GitAsync("add", "--all");
        (await Inner.CommitAsync("--no-verify")).MustSucceed();
        var refused = await Inner.CommitWithTrailerAsync("Kaizen: none (n/a)");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("error KZ104", refused.Output + refused.Error, StringComparison.Ordinal);
        (await Inner.CommitWithTrailerAsync("Kaizen: none (only a counter)")).MustSucceed();
        await Inner.Git.GitAsync("rm", "--quiet", "kaizen.json");
        (await Inner.CommitAsync("--no-verify")).MustSucceed();
    }

    private async Task CommitAllAsync()
    {
        await Inner.Git.GitAsync("add", "--all");
        (await Inner.CommitAsync("--allow-empty")).MustSucceed();
    }

    /// <summary>The text of each file of the repository except the backlog and the code.</summary>
    private SortedDictionary<string, string> Files(string below)
    {
        var folder = Inner.Git.PathOf(below);
        return new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => (Path: path, Relative: Path.GetRelativePath(folder, path)))
                .Where(file =>
                    !file.Relative.StartsWith(".git/", StringComparison.Ordinal)
                    && file.Relative is not ("code.txt" or HookedRepository.Backlog)
                )
                .ToDictionary(file => file.Relative, file => File.ReadAllText(file.Path)),
            StringComparer.Ordinal
        );
    }
}

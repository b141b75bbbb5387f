using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>A repository with a clean backlog, and a <c>dotnet-kaizen</c> on the PATH that records its runs.</summary>
public sealed class HookedRepository : IDisposable
{
    public const string Backlog = "IMPROVEMENTS.md";

    private readonly PackedTool tool;

    private HookedRepository(GitRepository git, PackedTool tool)
    {
        (Git, this.tool) = (git, tool);
        var bin = Path.GetDirectoryName(OnPath)!;
        Program(
            OnPath,
            $"""
            printf '%s\n' "$PWD: $*" >> '{Notes}'
            exec '{tool.Program}' "$@"
            """
        );
        git.Environment["PATH"] = $"{bin}{Path.PathSeparator}{git.Environment["PATH"]}";
    }

    public GitRepository Git { get; }

    public string Hook => Git.PathOf(".git/hooks/pre-commit");

    /// <summary>The path of the previous hook.</summary>
    public string Before => $"{Hook}.kaizen-before";

    private string OnPath => Git.Around.PathOf($"bin/{Names.Command}");

    private string Notes => Git.Around.PathOf("notes");

    /// <summary>The runs of the program.</summary>
    public IReadOnlyList<string> Runs => File.Exists(Notes) ? File.ReadAllLines(Notes) : [];

    /// <summary>The runs that checked the backlog, and not the message of a commit.</summary>
    public IEnumerable<string> Checks => Runs.Where(run => !run.Contains("commit-msg", StringComparison.Ordinal));

    /// <summary>Creates a repository with a first commit and no hook.</summary>
    public static async Task<HookedRepository> CreateAsync(PackedTool tool)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the hooks of these tests are scripts");
        var repository = new HookedRepository(await GitRepository.CreateAsync(), tool);
        repository.Git.Write(Backlog, BacklogText.Of(BacklogText.Open(1))).Write("code.txt", "1\n");
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync()).MustSucceed();
        return repository;
    }

    /// <summary>Creates a repository with the hook.</summary>
    public static async Task<HookedRepository> WithHookAsync(PackedTool tool)
    {
        var repository = await CreateAsync(tool);
        (await repository.HookAsync("install")).MustSucceed();
        return repository;
    }

    /// <summary>Removes the program from the PATH, as if it were not installed.</summary>
    public void RemoveProgram() => File.Delete(OnPath);

    /// <summary>Renames the program on the PATH.</summary>
    public void RenameProgram(string name) => File.Move(OnPath, Path.Join(Path.GetDirectoryName(OnPath), name));

    public void Dispose() => Git.Dispose();

    /// <summary>Runs <c>hook</c>.</summary>
    public Task<Outcome> HookAsync(params string[] arguments) => Git.RunAsync(tool, ["hook", .. arguments]);

    /// <summary>Commits the staged changes, today.</summary>
    public Task<Outcome> CommitAsync(params string[] options) => CommitInAsync(Git.Folder, options);

    /// <summary>Commits in another worktree.</summary>
    public Task<Outcome> CommitInAsync(string folder, params string[] options) =>
        Command.RunAsync("git", ["commit", "--quiet", "--message=x", .. options], folder, Git.Environment);

    /// <summary>Commits a change of another file with a trailer in the message.</summary>
    public async Task<Outcome> CommitWithTrailerAsync(string trailer)
    {
        await File.AppendAllTextAsync(Git.PathOf("code.txt"), "more\n");
        return await CommitAsync("--all", $"--message={trailer}");
    }

    /// <summary>Merges a branch that adds items to the backlog, without a conflict.</summary>
    public async Task<Outcome> MergeAsync(params string[] items)
    {
        await Git.GitAsync("checkout", "--quiet", "-b", "side");
        await StageAsync(items);
        (await CommitAsync("--no-verify")).MustSucceed();
        await Git.GitAsync("checkout", "--quiet", "-");
        await File.AppendAllTextAsync(Git.PathOf("code.txt"), "merged\n");
        (await CommitAsync("--all", "--no-verify")).MustSucceed();
        return await Command.RunAsync("git", ["merge", "--message=x", "side"], Git.Folder, Git.Environment);
    }

    /// <summary>Writes items to the backlog and stages it.</summary>
    public async Task StageAsync(params string[] items)
    {
        Git.Write(Backlog, BacklogText.Of(items));
        await Git.GitAsync("add", "--all");
    }

    /// <summary>Writes an executable shell script.</summary>
    public static void Program(string path, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{script.ReplaceLineEndings("\n")}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
            );
        }
    }
}

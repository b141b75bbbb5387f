using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.History;

/// <summary>
/// A temporary git repository, independent of the machine's configuration and environment. Author, time zone and dates are
/// fixed, so that the same steps always create the same commits.
/// </summary>
internal sealed class GitSandbox : IDisposable
{
    private const string Date = "GIT_COMMITTER_DATE";
    private const string Settings = ".git/config";

    /// <summary>What <c>git init</c> makes: a process for each of hundreds of repositories takes longer than writing it.</summary>
    private static readonly Lazy<ImmutableArray<(string Path, byte[]? Content)>> Empty = new(ReadEmpty);

    private readonly ScratchFolder scratch = new();
    private readonly Dictionary<string, string> environment;

    /// <summary>Creates an empty repository with the branch main.</summary>
    /// <param name="initOptions">Options of <c>git init</c>, such as <c>--bare</c>, <c>--object-format=sha256</c>.</param>
    public GitSandbox(params string[] initOptions)
    {
        environment = new()
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = NewFolder("home"),
            ["XDG_CONFIG_HOME"] = NewFolder("home/.config"),
            ["GIT_CONFIG_NOSYSTEM"] = "1",
        };
        Folder = NewFolder("repository");
        if (initOptions is not [])
        {
            Git(["-c", "init.defaultBranch=main", "init", "--quiet", "--template=", .. initOptions]);
            return;
        }

        foreach (var (path, content) in Empty.Value)
        {
            if (content is null)
            {
                Directory.CreateDirectory(PathOf(path));
            }
            else
            {
                File.WriteAllBytes(PathOf(path), content);
            }
        }
    }

    /// <summary>Copies a repository with its working tree.</summary>
    public GitSandbox(GitSandbox original)
        : this()
    {
        foreach (var file in Directory.EnumerateFiles(original.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(original.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>The working tree; absolute, without symbolic links.</summary>
    public string Folder { get; }

    /// <summary>The environment variables of a user: PATH, HOME and nothing else of this process.</summary>
    public ImmutableDictionary<string, string> UserEnvironment => environment.ToImmutableDictionary();

    public string Head
    {
        get
        {
            // Usually two small files say it, and each process takes longer than the rest of a small commit.
            const string reference = "ref: ";
            var folder = Directory.Exists(PathOf(".git")) ? PathOf(".git") : Folder;
            var head = File.ReadAllText(Path.Combine(folder, "HEAD")).Trim();
            var branch = Path.Combine(folder, head.Replace(reference, "", StringComparison.Ordinal));
            return !head.StartsWith(reference, StringComparison.Ordinal) ? head
                : File.Exists(branch) ? File.ReadAllText(branch).Trim()
                : Git("rev-parse", "HEAD");
        }
    }

    /// <summary>Whether the settings are those of a new repository.</summary>
    private bool HasNewSettings =>
        File.Exists(PathOf(Settings))
        && Empty
            .Value.Single(one => one.Path is Settings)
            .Content.AsSpan()
            .SequenceEqual(File.ReadAllBytes(PathOf(Settings)));

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>Creates a folder outside the repository.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(scratch.PathOf(name)).FullName;

    /// <summary>Writes a file of the working tree; null deletes it.</summary>
    public GitSandbox Write(string path, string? text)
    {
        var full = PathOf(path);
        if (text is null)
        {
            File.Delete(full);
            return this;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Writes files (null deletes) and commits the working tree.</summary>
    /// <param name="date">A day (at noon UTC) or a time, <c>2026-03-01T08:00:00Z</c>.</param>
    /// <param name="files">Path and text.</param>
    /// <returns>The commit.</returns>
    public string Commit(string date, params (string Path, string? Text)[] files) =>
        CommitWith(date, "a change", files);

    /// <summary>Commits with a message.</summary>
    public string CommitWith(string date, string message, params (string Path, string? Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            Write(path, text);
        }

        if (HasNewSettings && new SandboxCommit(Folder).Create(Moment(date), message) is { } commit)
        {
            return commit;
        }

        Git("add", "--all");
        GitAt(date, "commit", "--quiet", "--allow-empty", "--no-verify", "--cleanup=verbatim", "-m", message);
        return Head;
    }

    /// <summary>Commits many revisions of files to the current branch, main, with three processes.</summary>
    /// <param name="revisions">A date as for <see cref="Commit"/>, and the files that change; null deletes.</param>
    /// <returns>The commits.</returns>
    public IReadOnlyList<string> CommitAll(IEnumerable<(string Date, (string Path, string? Text)[] Files)> revisions)
    {
        var stream = new StringBuilder();
        var from = File.Exists(PathOf(".git/refs/heads/main")) ? "from refs/heads/main^0\n" : "";
        var count = 0;
        foreach (var (date, files) in revisions)
        {
            stream.Append(
                $"commit refs/heads/main\ncommitter Kai <kai@example.com> {Moment(date)}\n{Data("a change\n")}{from}"
            );
            foreach (var (path, text) in files)
            {
                stream.Append(text is null ? $"D {path}\n" : $"M 100644 inline {path}\n{Data(text)}");
            }

            (from, count) = ("", count + 1);
        }

        Import(stream.ToString());
        Git("reset", "--quiet", "--hard");
        return Git("rev-list", "--reverse", $"--max-count={count}", "main").Split('\n');

        static string Data(string text) => $"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n";
    }

    /// <summary>Merges a branch into the current one, always with a commit.</summary>
    public string Merge(string date, string branch)
    {
        GitAt(date, "merge", "--quiet", "--no-ff", "-m", $"merge {branch}", branch);
        return Head;
    }

    /// <summary>Clones this repository as if from another machine.</summary>
    /// <param name="options"><c>--depth=1</c>, <c>--filter=blob:none</c>.</param>
    /// <returns>The clone's folder.</returns>
    public string Clone(params string[] options)
    {
        Git("config", "uploadpack.allowFilter", "true");
        var clone = NewFolder($"clone-{Guid.NewGuid():N}");
        Git(["clone", "--quiet", .. options, $"file://{Folder}", clone]);
        return clone;
    }

    /// <summary>Adds a linked worktree with a new branch of the same name.</summary>
    /// <returns>Its folder.</returns>
    public string AddWorktree(string name)
    {
        var folder = Path.Combine(NewFolder("worktrees"), name);
        Git("worktree", "add", "--quiet", "-b", name, folder);
        return folder;
    }

    /// <summary>Adds another repository as a submodule, and commits that.</summary>
    /// <returns>The submodule's folder.</returns>
    public string AddSubmodule(string date, GitSandbox other, string path)
    {
        Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", $"file://{other.Folder}", path);
        Commit(date);
        return PathOf(path);
    }

    /// <summary>Runs git in the repository and returns what it prints, without the final line break.</summary>
    public string Git(params string[] arguments) => GitIn(Folder, arguments);

    /// <summary>Runs git in another folder.</summary>
    public string GitIn(string folder, params string[] arguments) => Run(folder, null, arguments);

    /// <summary>Runs git in the repository with other environment variables, such as those of a hook.</summary>
    public string GitWith(ImmutableDictionary<string, string> variables, params string[] arguments) =>
        Run(Folder, null, arguments, variables);

    /// <summary>Creates commits from the input of <c>git fast-import</c>.</summary>
    public void Import(string stream) => Run(Folder, null, ["fast-import", "--quiet"], input: stream);

    /// <summary>Returns folders, whose content is null, before their files.</summary>
    private static ImmutableArray<(string Path, byte[]? Content)> ReadEmpty()
    {
        using var sandbox = new GitSandbox("--quiet");
        return
        [
            .. new DirectoryInfo(sandbox.Folder)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Select(one =>
                    (
                        Path.GetRelativePath(sandbox.Folder, one.FullName),
                        one is FileInfo ? File.ReadAllBytes(one.FullName) : null
                    )
                ),
        ];
    }

    private void GitAt(string date, params string[] arguments) => Run(Folder, Moment(date), arguments);

    /// <summary>A date as git writes it.</summary>
    private static string Moment(string date)
    {
        var moment = date.Length == 10 ? $"{date}T12:00:00Z" : date;
        return $"{DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture).ToUnixTimeSeconds()} +0000";
    }

    private string Run(
        string folder,
        string? date,
        string[] arguments,
        ImmutableDictionary<string, string>? variables = null,
        string? input = null
    )
    {
        // A commit would start another process, which packs nothing in so small a repository.
        var start = new ProcessStartInfo("git", ["-c", "maintenance.auto=false", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables ?? UserEnvironment)
        {
            start.Environment[name] = value;
        }

        foreach (var role in (string[])["AUTHOR", "COMMITTER"])
        {
            start.Environment[$"GIT_{role}_NAME"] = "Kai";
            start.Environment[$"GIT_{role}_EMAIL"] = "kai@example.com";
        }

        start.Environment["GIT_AUTHOR_DATE"] = start.Environment[Date] = date ?? "1767225600 +0000";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd('\n')
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }

    public void Dispose()
    {
        // Git makes objects read-only; Windows does not delete read-only files.
        foreach (var file in Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories))
        {
            if (OperatingSystem.IsWindows())
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }
        }

        scratch.Dispose();
    }
}

using KaizenGate.Benchmarks.Processes;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>Creates a git repository with a long history, with the same commits on every machine.</summary>
internal static class HistoryGenerator
{
    /// <summary>The name of the backlog.</summary>
    public const string Backlog = "IMPROVEMENTS.md";

    private const int Seed = 5_000;

    /// <summary>A commit every two hours: 45,000 are ten years with about ten backlog commits per week.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(7_000);

    private static readonly DateTimeOffset End = new(BacklogGenerator.AsOf.ToDateTime(default), TimeSpan.Zero);

    /// <summary>Creates the repository, packed as by `git gc`, with the last commit checked out.</summary>
    /// <param name="folder">The folder, which is created.</param>
    /// <param name="commits">The number of commits.</param>
    /// <param name="backlogCommits">The number of those that change the backlog; the others change a small source file.</param>
    /// <exception cref="InvalidOperationException">The folder is not empty, or git failed.</exception>
    public static void Generate(string folder, int commits, int backlogCommits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(backlogCommits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(backlogCommits, commits);
        Generate(folder, import => Write(import, commits, backlogCommits));
    }

    /// <summary>Creates a repository of any commits, packed and checked out in the same way.</summary>
    /// <exception cref="InvalidOperationException">The folder is not empty, or git failed.</exception>
    public static void Generate(string folder, Action<FastImport> write)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InvalidOperationException($"{folder} is not empty");
        }

        Directory.CreateDirectory(folder);
        Git(folder, "init", "--quiet", "--object-format=sha1", "--initial-branch=main");
        Git(folder, "config", "core.autocrlf", "false");
        FastImport.Into(folder, write);

        // The deltas of an import follow the order of the commits; a fetched repository has those of a repack.
        Git(folder, "repack", "-a", "-d", "-f", "--quiet");
        Git(folder, "gc", "--quiet");
        Git(folder, "reset", "--hard", "--quiet");
    }

    private static void Write(FastImport import, int commits, int backlogCommits)
    {
        var random = new Random(Seed);
        var sources = new SourceTree(Seed);
        EvolvingBacklog? backlog = null;
        var left = backlogCommits;
        for (var at = 0; at < commits; at++)
        {
            var time = TimeOf(commits - at) + TimeSpan.FromSeconds(random.Next(6_000));
            var day = DateOnly.FromDateTime(time.UtcDateTime);
            var author = Vocabulary.Owners[random.Next(Vocabulary.Owners.Length)];
            if (random.Next(commits - at) < left)
            {
                left--;
                var message = backlog is null ? "Write down what could be better" : backlog.Step(day);
                backlog ??= new EvolvingBacklog(day);
                import.Commit(time, author, message, Backlog, backlog.Write());
            }
            else
            {
                var (path, content) = sources.Change();
                import.Commit(time, author, $"Change {path}", path, content);
            }
        }
    }

    /// <summary>The time of a commit.</summary>
    /// <param name="left">The number of commits from it to the last one, including both.</param>
    public static DateTimeOffset TimeOf(int left) => End - (left * Between);

    private static void Git(string folder, params string[] arguments) =>
        new Contestant($"git {arguments[0]}", "git", [.. arguments]).Run(folder);
}

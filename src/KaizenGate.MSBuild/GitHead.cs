namespace KaizenGate.MSBuild;

/// <summary>The commit that is checked out, read without starting git.</summary>
internal sealed class GitHead
{
    private const string LinkPrefix = "gitdir: ";
    private const string RefPrefix = "ref: ";

    private GitHead(string folder, string commit, string shallowFile)
    {
        Folder = folder;
        Commit = commit;
        ShallowFile = shallowFile;
    }

    /// <summary>The git folder of this working tree.</summary>
    public string Folder { get; }

    public string Commit { get; }

    /// <summary>The file that lists the boundary of a shallow clone; it may not exist.</summary>
    public string ShallowFile { get; }

    /// <summary>Finds the head of the repository of a folder; null if there is none or it cannot be read this way.</summary>
    public static GitHead? Around(string folder)
    {
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            var git = Path.Combine(current, ".git");
            if (Directory.Exists(git))
            {
                return In(git);
            }

            if (File.Exists(git))
            {
                var link = File.ReadAllText(git).Trim();
                return link.StartsWith(LinkPrefix, StringComparison.Ordinal)
                    ? In(Path.GetFullPath(Path.Combine(current, link.Substring(LinkPrefix.Length))))
                    : null;
            }
        }

        return null;
    }

    private static GitHead? In(string git)
    {
        var commonFile = Path.Combine(git, "commondir");
        var common = File.Exists(commonFile)
            ? Path.GetFullPath(Path.Combine(git, File.ReadAllText(commonFile).Trim()))
            : git;
        var head = File.ReadAllText(Path.Combine(git, "HEAD")).Trim();
        var commit = head.StartsWith(RefPrefix, StringComparison.Ordinal)
            ? CommitOf(head.Substring(RefPrefix.Length), common)
            : head;
        return commit is null ? null : new GitHead(git, commit, Path.Combine(common, "shallow"));
    }

    private static string? CommitOf(string reference, string common)
    {
        var loose = Path.Combine(common, reference);
        if (File.Exists(loose))
        {
            return File.ReadAllText(loose).Trim();
        }

        var packed = Path.Combine(common, "packed-refs");
        var line = File.Exists(packed)
            ? File.ReadLines(packed).FirstOrDefault(line => line.EndsWith($" {reference}", StringComparison.Ordinal))
            : null;
        return line?.Substring(0, line.IndexOf(' '));
    }
}

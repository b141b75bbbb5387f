using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>Finds the renames of one commit after another in a single git: to start one takes longer than its answer.</summary>
internal sealed class RenameSearch : IDisposable
{
    private const string Name = "diff-tree";

    /// <summary>It reads commits from its input.</summary>
    private readonly GitCommand command;
    private readonly PrintedOutput parts;

    /// <exception cref="GitException">Git cannot be started.</exception>
    public RenameSearch(GitRepository git)
    {
        command = git.Start([Name, "--stdin", "-r", "-m", "--no-commit-id", .. Renames.Options]);
        parts = new PrintedOutput(git, Name, command, 0);
    }

    /// <summary>Returns the files that a commit renamed to one of some paths, compared with each of its parents, with the new paths.</summary>
    /// <param name="commit">Its full id.</param>
    /// <param name="paths">The new paths, distinct.</param>
    /// <exception cref="GitException">Git failed.</exception>
    public ImmutableArray<(string Path, string Former)> Sources(string commit, ImmutableArray<string> paths)
    {
        // Git repeats a line that is not an id, and prints all it has: the empty line ends the answer.
        command.Write(Encoding.ASCII.GetBytes($"{ObjectId.Checked(commit)}\n\n"));
        var added = new FilePaths(paths);
        var found = new List<(string Path, string Former)>();
        while (!parts.Skip((byte)'\n'))
        {
            if (!parts.Next(out var part) || !RawEntry.TryRead(part, out var entry) || !parts.Next(out part))
            {
                throw parts.Unexpected();
            }

            var former = Renames.Source(entry, part);
            if (!parts.Next(out part))
            {
                throw parts.Unexpected();
            }

            if (former is not null && added.Find(part) is { } path)
            {
                found.Add((path, former));
            }
        }

        var formerOf = found.ToLookup(one => one.Path, StringComparer.Ordinal);
        return [.. paths.SelectMany(path => formerOf[path].Distinct())];
    }

    public void Dispose() => command.Dispose();
}

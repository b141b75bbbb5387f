using System.Globalization;

namespace KaizenGate.Core.History.Git;

internal static class FileMerge
{
    /// <summary>The exit code is the number of conflicts up to this one; a larger one means that git could not merge.</summary>
    private const int MaxConflicts = 127;

    /// <summary>Merges three files line by line, as git does; writes nothing.</summary>
    /// <param name="program">Git.</param>
    /// <param name="folder">The working folder; absolute.</param>
    /// <param name="environment">The user's environment variables.</param>
    /// <param name="ancestor">The common ancestor; absolute path.</param>
    /// <param name="ours">Absolute path.</param>
    /// <param name="theirs">Absolute path.</param>
    /// <param name="labels">The names of the three in conflict markers.</param>
    /// <param name="length">The number of characters in a marker.</param>
    /// <returns>The merged bytes and the number of conflicts; null for binary files.</returns>
    /// <exception cref="GitException">Git cannot be started.</exception>
    public static (ReadOnlyMemory<byte> Bytes, int Conflicts)? Of(
        GitProgram program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        string ancestor,
        string ours,
        string theirs,
        (string Ancestor, string Ours, string Theirs) labels,
        int length
    )
    {
        var answer = GitCommand.Ask(
            new GitPlace(program, folder, GitEnvironment.From(environment, inheritsRepository: true)),
            [],
            "merge-file",
            "-p",
            "-q",
            $"--marker-size={length.ToString(CultureInfo.InvariantCulture)}",
            "-L",
            labels.Ours,
            "-L",
            labels.Ancestor,
            "-L",
            labels.Theirs,
            "--",
            ours,
            ancestor,
            theirs
        );
        return answer.ExitCode > MaxConflicts ? null : (answer.Output, answer.ExitCode);
    }
}

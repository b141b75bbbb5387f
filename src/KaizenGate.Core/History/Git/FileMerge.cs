using System.Globalization;

namespace KaizenGate.Core.History.Git;

/// <summary>Merges files as git does by itself: line by line.</summary>
internal static class FileMerge
{
    /// <summary>The most conflicts that git counts; more status means that it could not merge.</summary>
    private const int MostConflicts = 127;

    /// <summary>Merges; writes nothing.</summary>
    /// <param name="program">Git.</param>
    /// <param name="folder">The working folder; absolute.</param>
    /// <param name="environment">That of the user.</param>
    /// <param name="ancestor">What both sides come from; absolute path.</param>
    /// <param name="ours">Our side; absolute path.</param>
    /// <param name="theirs">Their side; absolute path.</param>
    /// <param name="labels">What ancestor, ours and theirs are called in the markers.</param>
    /// <param name="length">The number of signs in a marker.</param>
    /// <returns>The merged bytes and the number of conflicts; null when they hold no lines.</returns>
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
        return answer.Status > MostConflicts ? null : (answer.Output, answer.Status);
    }
}

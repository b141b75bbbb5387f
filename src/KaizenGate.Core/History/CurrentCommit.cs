using KaizenGate.Core.History.Git;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>The commit that is checked out.</summary>
internal static class CurrentCommit
{
    /// <param name="folder">The working folder; absolute.</param>
    /// <param name="environment">That of the user.</param>
    /// <returns>Its id in full; null without git, without a repository and before the first commit.</returns>
    public static string? Of(string folder, IReadOnlyDictionary<string, string> environment) =>
        GitRepository.Open(GitProgram.Find(environment), RealPath.Of(folder), environment, inheritsRepository: true)
            is OpenedRepository opened
            ? opened.Git.Head
            : null;
}

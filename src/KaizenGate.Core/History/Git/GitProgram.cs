namespace KaizenGate.Core.History.Git;

/// <param name="Path">The absolute path of the git executable.</param>
internal sealed record GitProgram(string Path)
{
    /// <summary>The silence after which git counts as hanging; far longer than any answer takes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Searches the PATH; see <see cref="ProgramPath"/>.</summary>
    /// <returns>Null when git is not found.</returns>
    public static GitProgram? Find(IReadOnlyDictionary<string, string> environment) =>
        ProgramPath.Find("git", environment) is { } path ? new GitProgram(path) : null;
}

namespace KaizenGate.Core.Harvesting;

/// <summary>A commit as the miner reads it.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="At">The committer date.</param>
/// <param name="Subject">The first line of its message.</param>
/// <param name="Reverted">The id of the commit that it reverts; null for none.</param>
/// <param name="Files">The files that it changed, without generated ones.</param>
internal sealed record MinedCommit(
    string Id,
    DateTimeOffset At,
    string Subject,
    string? Reverted,
    ImmutableArray<string> Files
)
{
    /// <summary>Words of a fix that corrects no fault.</summary>
    private static readonly string[] Trifles =
    [
        "typo",
        "spelling",
        "format",
        "formatting",
        "whitespace",
        "indentation",
        "lint",
        "comment",
        "docs",
        "wording",
        "warning",
        "warnings",
    ];

    private static readonly char[] WordEnds = [' ', ',', '.', ':', ';', '(', ')', '!', '"', '\'', '/', '[', ']', '-'];

    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);

    /// <summary>Whether its subject says that it corrects a fault.</summary>
    public bool IsFix
    {
        get
        {
            var words = Subject.ToLowerInvariant().Split(WordEnds, StringSplitOptions.RemoveEmptyEntries);
            return Reverted is null
                && words.Any(word => word is "fix" or "fixes" or "fixed" or "bugfix" or "hotfix")
                && !words.Any(word => Trifles.Contains(word));
        }
    }
}

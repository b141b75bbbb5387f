namespace KaizenGate.Core.History.Caching;

/// <summary>A commit up to which a branch's history has been read and kept.</summary>
/// <param name="Branch">The full name of the branch, `refs/heads/main`; empty for a detached HEAD.</param>
/// <param name="Tip">The commit, 40 or 64 hexadecimal digits in lower case.</param>
/// <param name="TipTime">Its committer date in seconds since 1970, UTC.</param>
internal sealed record Checkpoint(string Branch, string Tip, long TipTime);

namespace KaizenGate.Core.Timelines;

/// <summary>A date that a timeline does not use.</summary>
/// <param name="Stated">The date in the file or of the commit.</param>
/// <param name="Counted">The date that is used instead.</param>
internal abstract record IgnoredDate(DateOnly Stated, DateOnly Counted);

/// <summary>A capture date long before the first revision that has the improvement.</summary>
/// <param name="Key">The key of its events.</param>
internal sealed record BackdatedCapture(string Key, DateOnly Stated, DateOnly Counted) : IgnoredDate(Stated, Counted)
{
    /// <summary>How many days before its first revision an improvement may have been captured.</summary>
    public const int GraceDays = 14;
}

/// <summary>A commit that is dated after today.</summary>
/// <param name="Commit">The full commit id.</param>
internal sealed record FutureCommit(string Commit, DateOnly Stated, DateOnly Counted) : IgnoredDate(Stated, Counted);

using System.Collections.Immutable;

namespace KaizenGate.Core.Planning;

/// <summary>Why an improvement takes no part in the choice.</summary>
internal enum ExclusionReason
{
    /// <summary>It has no score.</summary>
    Unscored,

    /// <summary>Its impact or effort is no whole number from 1 to 10, so that its score means nothing.</summary>
    OffScale,

    /// <summary>Its score is 0 or less.</summary>
    NoScore,

    /// <summary>Neither an estimate nor an effort tells how long it takes.</summary>
    NoTime,

    Deferred,
    Done,
    Rejected,
}

/// <summary>Improvements that take no part in the choice, for one reason.</summary>
internal sealed record ExcludedItems(ExclusionReason Reason, ImmutableArray<PlannedItem> Items);

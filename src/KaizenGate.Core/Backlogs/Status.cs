namespace KaizenGate.Core.Backlogs;

/// <summary>Where an improvement stands in its life.</summary>
internal enum Status
{
    ToDo,
    InProgress,
    Done,
    Deferred,
    Rejected,
}

/// <summary>What spoke about an improvement's status.</summary>
internal enum StatusSource
{
    /// <summary>Nothing did; ToDo is assumed.</summary>
    Assumed,

    /// <summary>The section it stands in.</summary>
    Section,

    /// <summary>Its check box.</summary>
    Box,

    /// <summary>Its title: a trailing ✅ or a strike-through.</summary>
    Title,

    /// <summary>Its own status field or column.</summary>
    Field,
}

/// <summary>One statement about an improvement's status.</summary>
/// <param name="Source">What made the statement.</param>
/// <param name="Status">What it says.</param>
/// <param name="Text">The words or the symbol, as written.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsWeak">True when it says only "not closed" (an empty box, the word open), which other open statuses refine.</param>
internal sealed record StatusSign(
    StatusSource Source,
    Status Status,
    string Text,
    SourceSpan Span,
    bool IsWeak = false
);

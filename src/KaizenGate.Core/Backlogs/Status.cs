namespace KaizenGate.Core.Backlogs;

/// <summary>The status of an improvement.</summary>
internal enum Status
{
    ToDo,
    InProgress,
    Done,
    Deferred,
    Rejected,
}

/// <summary>What states the status of an improvement.</summary>
internal enum StatusSource
{
    /// <summary>Nothing does; to do is assumed.</summary>
    Assumed,

    /// <summary>The section that it is in.</summary>
    Section,

    /// <summary>Its check box.</summary>
    Box,

    /// <summary>Its title: a trailing ✅ or a strike-through.</summary>
    Title,

    /// <summary>Its own status field or column.</summary>
    Field,
}

/// <summary>One statement of the status of an improvement.</summary>
/// <param name="Text">The words or the symbol, as written.</param>
/// <param name="IsWeak">Whether it only means "not closed" (an empty box, the word open), so that another open status is more specific.</param>
internal sealed record StatusSign(
    StatusSource Source,
    Status Status,
    string Text,
    SourceSpan Span,
    bool IsWeak = false
);

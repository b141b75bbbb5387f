namespace KaizenGate.Core.Backlogs;

/// <summary>A heading that gives a priority or a status to what stands below it, or just groups it.</summary>
/// <param name="Title">The heading's plain text.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Span">Where the heading's text stands.</param>
/// <param name="Priority">The priority it gives; inherited from a heading above, or null.</param>
/// <param name="Status">The status it gives; inherited from a heading above, or null.</param>
internal sealed record Section(string Title, int Level, SourceSpan Span, Priority? Priority, Status? Status);

using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>A backlog with what tells where everything in its text stands.</summary>
/// <param name="Backlog">The backlog.</param>
/// <param name="Lines">The lines of its text.</param>
/// <param name="Outline">The root of its headings.</param>
/// <param name="Labels">The labels that it was read with.</param>
internal sealed record OutlinedBacklog(Backlog Backlog, LineMap Lines, Scope Outline, Labels Labels);

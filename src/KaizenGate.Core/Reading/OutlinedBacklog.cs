using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>A backlog with what tells where everything in its text stands.</summary>
/// <param name="Backlog">The backlog.</param>
/// <param name="Lines">The lines of its text.</param>
/// <param name="Labels">The labels that it was read by.</param>
/// <param name="Outline">The root of its headings; null when nobody asked for it.</param>
internal sealed record OutlinedBacklog(Backlog Backlog, LineMap Lines, Labels Labels, Scope? Outline);

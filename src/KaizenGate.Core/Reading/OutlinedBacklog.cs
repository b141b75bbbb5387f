using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>A backlog with what tells where everything in its text stands.</summary>
/// <param name="Backlog">The backlog.</param>
/// <param name="Lines">The lines of its text.</param>
/// <param name="Outline">The root of its headings; what stands below them is there only when it was asked for.</param>
/// <param name="Sections">Its sections, for the next text.</param>
internal sealed record OutlinedBacklog(Backlog Backlog, LineMap Lines, Scope Outline, KnownSections Sections);

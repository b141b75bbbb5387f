namespace KaizenGate.Core.Agents;

/// <summary>The state of a working tree at one moment, without backlogs and Markdown.</summary>
/// <param name="Root">The root of the working tree; absolute, without links.</param>
/// <param name="Head">The checked-out commit; null before the first one.</param>
/// <param name="Dirty">A hash of the changed and untracked files with their sizes and times.</param>
internal sealed record WorkMark(string Root, string? Head, string Dirty);

/// <summary>What a session did with the other files.</summary>
/// <param name="HasChanged">Whether it changed or committed a file that is neither a backlog nor Markdown.</param>
/// <param name="Reason">The reason in a trailer <c>Kaizen: none (reason)</c> of one of its commits; null without one.</param>
internal readonly record struct WorkChange(bool HasChanged, string? Reason);

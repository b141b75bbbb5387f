namespace KaizenGate.Core.Transcripts;

/// <summary>One run of a command.</summary>
/// <param name="Place">Its number among the calls of the session.</param>
/// <param name="Edits">The number of changes of files before it.</param>
/// <param name="Start">Null when unknown.</param>
/// <param name="Waited">The time in which the agent waited for it and for nothing else; zero when unknown.</param>
/// <param name="Failure">Null when it succeeded.</param>
internal sealed record CommandRun(int Place, int Edits, DateTimeOffset? Start, TimeSpan Waited, FailureKind? Failure);

namespace KaizenGate.Core.Transcripts;

/// <summary>The result of a call.</summary>
/// <param name="Id">The id of the call.</param>
/// <param name="At">When it was written; null when unknown.</param>
/// <param name="Failure">Null when it succeeded.</param>
/// <param name="Duration">As the host measured it; null when it did not.</param>
internal readonly record struct CallResult(string Id, DateTimeOffset? At, FailureKind? Failure, TimeSpan? Duration);

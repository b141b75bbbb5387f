namespace KaizenGate.Core.Transcripts;

/// <summary>How often a command ran in a session.</summary>
/// <param name="Name">The name of the command.</param>
/// <param name="Runs">The number of runs that have a result.</param>
/// <param name="Failures">The number of those that failed, for any reason except that it was not allowed.</param>
/// <param name="LongRuns">The number of those that took over a minute.</param>
internal sealed record CommandUse(string Name, int Runs, int Failures, int LongRuns);

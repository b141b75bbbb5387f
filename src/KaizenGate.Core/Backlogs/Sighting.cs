namespace KaizenGate.Core.Backlogs;

/// <summary>A day on which the problem of a captured improvement was seen again.</summary>
/// <param name="Day">The day.</param>
/// <param name="Evidence">What showed it, as plain text on one line; null when nothing is written.</param>
internal readonly record struct Sighting(DateOnly Day, string? Evidence);

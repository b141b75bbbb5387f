namespace KaizenGate.Core.Reporting;

/// <summary>The terminal for which a report is written.</summary>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1; null shows everything.</param>
/// <param name="GroupsByItem">Whether findings are grouped by improvement instead of by rule.</param>
internal sealed record Screen(int Width, int? Height, bool GroupsByItem = false);

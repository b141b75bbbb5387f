namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>How often a problem was seen again, for every output.</summary>
internal static class SightingText
{
    /// <summary>Returns <c>seen again 3 times, last on 2026-11-20</c>, without text from the backlog; null for an improvement that was not seen again.</summary>
    public static string? Of(Improvement item) =>
        item.Sightings is { IsEmpty: false } all
            ? $"seen again {Wording.Count(all.Length, "time")}, last on {Wording.Day(all.Max(one => one.Day))}"
            : null;
}

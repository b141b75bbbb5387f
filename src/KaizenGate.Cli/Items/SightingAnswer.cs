using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Items;

/// <summary>What commands say about an improvement that was seen again.</summary>
internal static class SightingAnswer
{
    /// <summary>A phrase after its name: <c>seen again 2 times, last on 2026-03-02; it is done, so the problem is back</c>.</summary>
    /// <param name="item">The improvement with its sightings.</param>
    /// <param name="isNew">Whether the sighting was not there before.</param>
    public static string Of(Improvement item, bool isNew) =>
        (SightingText.Of(item) ?? "captured")
        + (isNew ? "" : " (this evidence is there already)")
        + (item.IsActive ? "" : $"; it is {StatusText.Words(item.Status)}, so the problem is back");

    /// <summary>The arguments of the next command: reopen what is closed or deferred, raise the impact of what is not.</summary>
    public static string Next(Improvement item) =>
        item.IsActive
            ? $"score {ItemReference.Of(item)} --impact N"
            : $"reopen {ItemReference.Of(item)} --reason 'REASON'";
}

using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Items;

/// <summary>New improvements that look like others.</summary>
internal static class Duplicates
{
    /// <summary>Minimum share of common words for two titles to be duplicates, unless KZ106 is configured.</summary>
    private const double DefaultSimilarity = 0.8;

    /// <summary>Finds the new improvements that are similar to one of a backlog with its archive, or to a new one before them.</summary>
    public static ImmutableArray<SimilarItem> Of(ItemRun run, Backlog backlog, ImmutableArray<NewItem> items)
    {
        var minimum = run.Settings.Rules.TryGetValue("KZ106", out var rule)
            ? rule.Numbers.GetValueOrDefault("minLikeness", DefaultSimilarity)
            : DefaultSimilarity;
        return [.. NewItems.Similar(backlog, items, minimum)];
    }

    /// <summary>Whether a sighting can be added: the similar one is in the backlog itself, and not in its archive or new.</summary>
    public static bool CanSight(SimilarItem found, Backlog backlog) =>
        found.Known is { } known
        && known.Order < backlog.Improvements.Length
        && ReferenceEquals(backlog.Improvements[known.Order], known);

    /// <summary>The error about a duplicate.</summary>
    public static InputException Refusal(SimilarItem found, Backlog backlog)
    {
        if (found.Known is not { } similar)
        {
            return new InputException(
                $"{Quote.Of(found.Item.Title)} looks like a duplicate of {Quote.Of(found.Other!.Title)}, which is also new",
                "Leave one of them out, or add both with --allow-duplicate.",
                backlog.File.Path
            );
        }

        var sightings = SightingText.Of(similar) is { } text ? $", {text}" : "";
        return new InputException(
            $"looks like a duplicate of {Quote.Of(similar.Name)} ({StatusText.Words(similar.Status)}{sightings})",
            !CanSight(found, backlog)
                ? "Say in the title what is different this time, or add it anyway with --allow-duplicate."
                : $"Record that it was seen again with `{CommandLine.Name} seen {ItemReference.Of(similar)} --evidence TEXT` or with --seen, or add it anyway with --allow-duplicate.",
            backlog.FileAt(similar.Span).Path,
            similar.Span.Line,
            similar.Span.Column
        );
    }
}

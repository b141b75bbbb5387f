using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>
/// Merges what a backlog says about itself. Neither side can know the figures of both, so they are counted again; what both
/// counted beside the improvements of the file, such as those of an archive, is counted on.
/// </summary>
internal sealed class MergedFigures(MergeSide ancestor, MergeSide ours, MergeSide theirs)
{
    public const string Updated = "figure: last updated";
    public const string Total = "figure: total items";
    public const string Rate = "figure: execution rate";

    /// <summary>The line of the later day; for a count that of ours, until all is merged.</summary>
    public IReadOnlyList<MergedLines> Merge(MergeElement first, MergeElement second) =>
        first.Key is Updated && ours.Backlog.Metadata!.LastUpdated!.Value < theirs.Backlog.Metadata!.LastUpdated!.Value
            ? [new(second.Lines)]
            : [new(first.Lines)];

    /// <summary>Counts again; where the sides count differently and nothing tells who is right, their lines are in conflict.</summary>
    /// <param name="piece">A merged line that holds a count.</param>
    /// <param name="merged">What was merged.</param>
    public void Recount(MergedPiece piece, Backlog merged)
    {
        var isTotal = piece.Key is Total;
        var span = isTotal ? merged.Metadata?.TotalItems?.Span : merged.Metadata?.ExecutionRate?.Span;
        if (!piece.IsIn(Side.Ours) || !piece.IsIn(Side.Theirs) || span is null)
        {
            return;
        }

        var (our, their) = (LineOf(ours, isTotal), LineOf(theirs, isTotal));
        if (our == their && piece.IsIn(Side.Ancestor) && our == LineOf(ancestor, isTotal))
        {
            return; // Nobody keeps it.
        }

        if ((isTotal ? Totals(merged) : Rates(merged)) is { } figures)
        {
            piece.Content = [new([FigureText.Replaced(piece.Content[0].Ours[0], span.Value.Column - 1, figures)])];
        }
        else if (our != their)
        {
            piece.Content = [new([our], [their])];
        }
    }

    private string[]? Totals(Backlog merged)
    {
        // Rejected ones may or may not be meant: whatever both sides count the same way is how this file counts.
        var held =
            NextTo(ours, Identified, Written) == NextTo(theirs, Identified, Written)
                ? Identified
                : (Func<Backlog, int>)Items;
        return Count(merged, held, Written) is { } total ? [Whole(total)] : null;

        static int? Written(Metadata metadata) => metadata.TotalItems?.Value;
    }

    private string[]? Rates(Backlog merged)
    {
        var isCounted = ours.Backlog.Metadata!.Completed is not null && theirs.Backlog.Metadata!.Completed is not null;
        if (!RateFits(ours.Backlog, isCounted) || !RateFits(theirs.Backlog, isCounted))
        {
            return null;
        }

        if (!isCounted)
        {
            return [Percent(Completed(merged), Identified(merged))];
        }

        return
            Count(merged, Completed, data => data.Completed?.Value) is { } completed
            && Count(merged, Identified, data => data.RateTotal?.Value) is { } total
            ? [Percent(completed, total), Whole(completed), Whole(total)]
            : null;
    }

    private static bool RateFits(Backlog backlog, bool isCounted)
    {
        var metadata = backlog.Metadata!;
        var completed = isCounted ? metadata.Completed!.Value : Completed(backlog);
        var total = isCounted ? metadata.RateTotal!.Value : Identified(backlog);
        return RoundedFigure.Fits(total == 0 ? 0 : 100.0 * completed / total, metadata.ExecutionRate!.Value);
    }

    private string Percent(int completed, int total) =>
        FigureText.Percent(completed, total, ours.Backlog.Metadata!.ExecutionRate!.Value);

    /// <summary>What is counted in the merged file and beside it; null when it cannot be known what is beside it, or it makes no sense.</summary>
    private int? Count(Backlog merged, Func<Backlog, int> held, Func<Metadata, int?> written)
    {
        var (was, our, their) = (
            NextTo(ancestor, held, written),
            NextTo(ours, held, written),
            NextTo(theirs, held, written)
        );
        var beside =
            our == their || was == their ? our
            : was == our ? their
            : null;
        return held(merged) + beside is >= 0 and var count ? count : null;
    }

    private static int? NextTo(MergeSide side, Func<Backlog, int> held, Func<Metadata, int?> written) =>
        side.Backlog.Metadata is { } metadata && written(metadata) is { } figure ? figure - held(side.Backlog) : null;

    private static string LineOf(MergeSide side, bool isTotal)
    {
        var metadata = side.Backlog.Metadata!;
        return side.Lines[(isTotal ? metadata.TotalItems!.Span : metadata.ExecutionRate!.Span).Line - 1];
    }

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static int Items(Backlog backlog) => backlog.Improvements.Length;

    private static int Identified(Backlog backlog) =>
        backlog.Improvements.Count(item => item.Status is not Status.Rejected);

    private static int Completed(Backlog backlog) => backlog.Improvements.Count(item => item.Status is Status.Done);
}

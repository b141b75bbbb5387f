using System.Globalization;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>
/// Merges the figures in a backlog's metadata. Neither side knows the total of both, so they are counted again; the difference
/// to the improvements in the file, such as those in an archive, is kept.
/// </summary>
internal sealed class MergedFigures(ThreeWay<MergeSide> sides)
{
    public const string Updated = "figure: last updated";
    public const string Total = "figure: total items";
    public const string Rate = "figure: execution rate";

    private readonly Metadata? ours = sides.Ours.Backlog.Metadata;
    private readonly Metadata? theirs = sides.Theirs.Backlog.Metadata;

    /// <summary>Returns the line with the later date; for a count ours, until <see cref="Recount"/>.</summary>
    public IReadOnlyList<MergedLines> Merge(MergeElement our, MergeElement their) =>
        [new((our.Key is Updated && ours!.LastUpdated!.Value < theirs!.LastUpdated!.Value ? their : our).Lines)];

    /// <summary>Counts again; when the sides count differently for an unknown reason, the line of the side that changed it stays, and two changes conflict.</summary>
    /// <param name="piece">A merged line with a count.</param>
    /// <param name="merged">The merged backlog.</param>
    public void Recount(MergedPiece piece, Backlog merged)
    {
        var isTotal = piece.Key is Total;
        if (!piece.IsIn(Side.Ours) || !piece.IsIn(Side.Theirs) || SpanOf(merged) is not { } span)
        {
            return;
        }

        var (our, their) = (LineOf(sides.Ours), LineOf(sides.Theirs));
        if (our == their && piece.IsIn(Side.Ancestor) && our == LineOf(sides.Ancestor))
        {
            return; // Neither side maintains it.
        }

        if ((isTotal ? Totals(merged) : Rates(merged)) is { } figures)
        {
            piece.Content = [new([FigureText.Replaced(piece.Content[0].Ours[0], span.Column - 1, figures)])];
        }
        else if (our != their)
        {
            var was = piece.IsIn(Side.Ancestor) ? LineOf(sides.Ancestor) : null;
            piece.Content =
            [
                was == our ? new([their])
                : was == their ? new([our])
                : new([our], [their]),
            ];
        }

        SourceSpan? SpanOf(Backlog backlog) =>
            isTotal ? backlog.Metadata?.TotalItems?.Span : backlog.Metadata?.ExecutionRate?.Span;

        string LineOf(MergeSide side) => side.Lines[SpanOf(side.Backlog)!.Value.Line - 1];
    }

    private string[]? Totals(Backlog merged)
    {
        // The total may or may not include rejected improvements: the file counts in the way in which both sides agree.
        Func<Backlog, int> counted =
            Uncounted(sides.Ours, Identified, Written) == Uncounted(sides.Theirs, Identified, Written)
                ? Identified
                : backlog => backlog.Improvements.Length;
        return Count(merged, counted, Written) is { } total ? [Whole(total)] : null;

        static int? Written(Metadata metadata) => metadata.TotalItems?.Value;
    }

    private string[]? Rates(Backlog merged)
    {
        var isCounted = ours!.Completed is not null && theirs!.Completed is not null;
        if (!RateFits(sides.Ours.Backlog, isCounted) || !RateFits(sides.Theirs.Backlog, isCounted))
        {
            return null;
        }

        if (!isCounted)
        {
            return [Percent(Completed(merged), Identified(merged))];
        }

        return
            Count(merged, Completed, metadata => metadata.Completed?.Value) is { } completed
            && Count(merged, Identified, metadata => metadata.RateTotal?.Value) is { } total
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
        FigureText.Percent(completed, total, ours!.ExecutionRate!.Value);

    /// <summary>Returns the count of the merged file with what is outside of it; null when that is unknown or the count is negative.</summary>
    private int? Count(Backlog merged, Func<Backlog, int> counted, Func<Metadata, int?> written)
    {
        var (was, our, their) = sides.Select(side => Uncounted(side, counted, written));
        var outside =
            our == their || was == their ? our
            : was == our ? their
            : null;
        return counted(merged) + outside is >= 0 and var count ? count : null;
    }

    /// <summary>Returns a written figure minus the count of the improvements in the file; null without the figure.</summary>
    private static int? Uncounted(MergeSide side, Func<Backlog, int> counted, Func<Metadata, int?> written) =>
        side.Backlog.Metadata is { } metadata ? written(metadata) - counted(side.Backlog) : null;

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static int Identified(Backlog backlog) =>
        backlog.Improvements.Count(item => item.Status is not Status.Rejected);

    private static int Completed(Backlog backlog) => backlog.Improvements.Count(item => item.Status is Status.Done);
}

using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>An open improvement on the page.</summary>
/// <param name="Row">The row in the table, from 1.</param>
/// <param name="Item">The improvement.</param>
internal sealed record OpenItem(int Row, OpenImprovement Item)
{
    /// <summary>The HTML id of its row.</summary>
    public string Anchor => $"item-{Row}";

    public string Name => Item.Id is null ? Item.Title : $"{Item.Id} {Item.Title}";

    /// <summary>Its row and column in the matrix; null unless both numbers are on the scale.</summary>
    public (int Row, int Column)? Place =>
        Item is { Impact: >= 1 and <= 10 and var impact, Effort: >= 1 and <= 10 and var effort }
            ? Matrix.PlaceOf(impact, effort)
            : null;

    /// <summary>Its cell in the matrix; null without a place.</summary>
    public MatrixCell? Cell => Place is var (row, column) ? Matrix.At(row, column) : null;

    /// <summary>The open items of a verdict; their ages are unknown.</summary>
    public static ImmutableArray<OpenItem> Of(Verdict verdict) =>
        Of(
            verdict.Backlogs.SelectMany(backlog =>
                backlog
                    .Backlog.Improvements.Where(item => item.IsOpen)
                    .Select(item => new OpenImprovement
                    {
                        Id = item.Id,
                        Title = item.Title,
                        Backlog = backlog.Backlog.File,
                        File = backlog.Backlog.FileAt(item.Span),
                        Line = item.Span.Line,
                        Address = item.Address,
                        Status = item.Status,
                        Impact = item.Impact?.Value,
                        Effort = item.Effort?.Value,
                        Score = item.Score,
                    })
            )
        );

    /// <summary>The highest score first, deferred ones last.</summary>
    public static ImmutableArray<OpenItem> Of(IEnumerable<OpenImprovement> items) =>
        [
            .. items
                .OrderBy(item => item.Status is Status.Deferred)
                .ThenByDescending(item => item.Score is { } score && double.IsFinite(score) ? score : -1)
                .Select((item, at) => new OpenItem(at + 1, item)),
        ];

    /// <summary>The CSS class of the colour of a cell.</summary>
    public static string SeriesOf(MatrixCell cell) =>
        cell switch
        {
            MatrixCell.DoFirst => "first",
            MatrixCell.DoNext or MatrixCell.QuickWin => "next",
            MatrixCell.DoNot => "never",
            _ => "consider",
        };
}

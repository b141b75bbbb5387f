namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges an improvement that both sides changed: field by field, so that a conflict stays on the lines where they differ.</summary>
internal static class ItemMerge
{
    public static IReadOnlyList<MergedLines> Of(MergeElement? ancestor, MergeElement ours, MergeElement theirs)
    {
        if (ancestor is null && !IdCollisions.IsSame(ours.Item!, theirs.Item!))
        {
            return [new(ours.Lines, theirs.Lines)];
        }

        return Line(ancestor, ours, theirs)
            ?? Fill(
                ancestor is null ? MergeDocument.Empty : FieldElements.Of(ancestor),
                FieldElements.Of(ours),
                FieldElements.Of(theirs),
                Field
            );
    }

    private static IReadOnlyList<MergedLines> Field(MergeElement? ancestor, MergeElement ours, MergeElement theirs) =>
        Line(ancestor, ours, theirs)
        ?? Fill(
            MergeDocument.OfLines(ancestor?.Lines ?? []),
            MergeDocument.OfLines(ours.Lines),
            MergeDocument.OfLines(theirs.Lines),
            Whole
        );

    /// <summary>A single line that can be merged by its parts; null for anything else.</summary>
    private static IReadOnlyList<MergedLines>? Line(MergeElement? ancestor, MergeElement ours, MergeElement theirs) =>
        (ancestor?.Lines, ours.Lines, theirs.Lines) is ([var was], [var our], [var their])
        && LineParts.Merge(was, our, their) is { } line
            ? [new([line])]
            : null;

    private static IReadOnlyList<MergedLines> Whole(MergeElement? ancestor, MergeElement ours, MergeElement theirs) =>
        [new(ours.Lines, theirs.Lines)];

    private static List<MergedLines> Fill(
        MergeDocument ancestor,
        MergeDocument ours,
        MergeDocument theirs,
        ContentMerge merge
    ) => new MergedGaps(ancestor, ours, theirs).Fill(ElementMerge.Of(ancestor, ours, theirs, merge));
}

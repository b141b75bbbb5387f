namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges an improvement that both sides changed field by field, so that a conflict covers only the lines that differ.</summary>
internal static class ItemMerge
{
    public static IReadOnlyList<MergedLines> Of(MergeElement? ancestor, MergeElement ours, MergeElement theirs) =>
        ancestor is null && !IdCollisions.HaveSameTitle(ours.Item!, theirs.Item!)
            ? [new(ours.Lines, theirs.Lines)]
            : Merge(ancestor, ours, theirs, FieldElements.Of, Field);

    private static IReadOnlyList<MergedLines> Field(MergeElement? ancestor, MergeElement ours, MergeElement theirs) =>
        Merge(
            ancestor,
            ours,
            theirs,
            element => MergeDocument.OfLines(element.Lines),
            (_, our, their) => [new(our.Lines, their.Lines)]
        );

    private static List<MergedLines> Merge(
        MergeElement? ancestor,
        MergeElement ours,
        MergeElement theirs,
        Func<MergeElement, MergeDocument> cut,
        ContentMerge merge
    )
    {
        if (
            (ancestor?.Lines, ours.Lines, theirs.Lines) is ([var was], [var our], [var their])
            && LineParts.Merge(was, our, their) is { } line
        )
        {
            return [new([line])];
        }

        var empty = new MergeDocument([], []);
        var sides = new ThreeWay<MergeDocument>(ancestor is null ? empty : cut(ancestor), cut(ours), cut(theirs));
        return new MergedGaps(sides).Fill(ElementMerge.Of(sides, merge));
    }
}

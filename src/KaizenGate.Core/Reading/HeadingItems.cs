namespace KaizenGate.Core.Reading;

/// <summary>Improvements that are headings.</summary>
internal sealed class HeadingItems(Labels labels, ImprovementReader reader)
{
    /// <summary>Shared by all headings without headings below; never modified.</summary>
    private static readonly List<CachedHeadingBlock> Nothing = [];

    /// <summary>Adds a heading as an improvement, unless it is a placeholder.</summary>
    public void Add(Scope scope, InheritedContext context)
    {
        scope.Inner = null;
        var below = scope.Children.IsEmpty ? Nothing : [];
        if (scope.Known is null || !AddBlocks(scope, below))
        {
            scope.Items = Read(scope, context);
            return;
        }

        if (
            scope.Known.Heading is not { } known
            || known.Context != context
            || !(known.Below == below || known.Below.SequenceEqual(below))
        )
        {
            scope.Known.Heading = known = new(context, below, Read(scope, context));
        }

        scope.Items = known.Items;
    }

    private FoundItem[] Read(Scope scope, InheritedContext context)
    {
        var title = scope.Title!;
        if (title.Id is null && Placeholders.MatchesTitle(title.Title))
        {
            return [];
        }

        var draft = new Draft(ImprovementForm.Heading, title, context, scope.Content.Count)
        {
            Box = title.Box,
            BoxExtent = title.BoxExtent,
        };
        FieldCollector.FromHeading(draft, scope, labels);
        return [new FoundItem(reader.Read(draft))];
    }

    /// <summary>Adds the blocks of the headings below, which belong to the improvement; returns false when one of them is not cached.</summary>
    private static bool AddBlocks(Scope scope, List<CachedHeadingBlock> below)
    {
        foreach (var child in scope.Children)
        {
            if (child.Known is null)
            {
                return false;
            }

            below.Add(child.Known);
            if (!AddBlocks(child, below))
            {
                return false;
            }
        }

        return true;
    }
}

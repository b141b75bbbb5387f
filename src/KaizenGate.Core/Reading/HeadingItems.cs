using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Improvements that are headings.</summary>
/// <param name="labels">The labels of fields.</param>
/// <param name="reader">Reads what was found.</param>
internal sealed class HeadingItems(Labels labels, ImprovementReader reader)
{
    private static readonly List<CachedHeadingBlock> None = [];

    /// <summary>Takes a heading for an improvement, unless it is still to be written.</summary>
    public void Add(Scope scope, InheritedContext around)
    {
        scope.Inner = null;
        if (scope.Known is null || BlocksBelow(scope) is not { } below)
        {
            scope.Items = Read(scope, around);
            return;
        }

        if (scope.Known.Heading is not { } known || known.Around != around || !known.Below.SequenceEqual(below))
        {
            scope.Known.Heading = known = new(around, below, Read(scope, around));
        }

        scope.Items = known.Items;
    }

    private FoundItem[] Read(Scope scope, InheritedContext around)
    {
        var title = scope.Title!;
        if (title.Id is null && Placeholders.MatchesTitle(title.Title))
        {
            return [];
        }

        var draft = new Draft(ImprovementForm.Heading, title, around, scope.Content.Count)
        {
            Box = title.Box,
            BoxExtent = title.BoxExtent,
        };
        FieldCollector.FromHeading(draft, scope, labels);
        return [new FoundItem(reader.Read(draft))];
    }

    /// <summary>The passages of the headings below, which say more about the improvement; null when one of them cannot be known again.</summary>
    private static List<CachedHeadingBlock>? BlocksBelow(Scope scope)
    {
        if (scope.Children.IsEmpty)
        {
            return None;
        }

        var below = new List<CachedHeadingBlock>();
        return AddBlocks(scope, below) ? below : null;
    }

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

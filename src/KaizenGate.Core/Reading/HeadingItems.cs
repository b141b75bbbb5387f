using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Improvements that are headings.</summary>
internal sealed class HeadingItems(Labels labels, ImprovementReader reader, HeadingMemo? memo)
{
    /// <summary>Takes a heading for an improvement, unless it is still to be written.</summary>
    public void Add(Scope scope, Surroundings around)
    {
        var below = scope.Known is null ? null : PassagesBelow(scope);
        if (
            scope.Known?.Heading is { } known
            && known.HoldsFor(around, reader.EffortsAreSizes)
            && below is not null
            && (known.Below.Count == 0 ? below.Count == 0 : known.Below.SequenceEqual(below))
        )
        {
            scope.Items = known.Items;
            return;
        }

        FoundItem[] Read() => this.Read(scope, around) is { } item ? [item] : [];
        scope.Items = memo?.Read(scope, around, reader.EffortsAreSizes, Read) ?? Read();
        scope.Known?.Heading = below is null ? null : new(around, reader.EffortsAreSizes, below, scope.Items);
    }

    private FoundItem? Read(Scope scope, Surroundings around)
    {
        var draft = new Draft(ImprovementForm.Heading, scope.Title!, around, scope.Content.Count)
        {
            Box = scope.Title!.Box,
            BoxExtent = scope.Title.BoxExtent,
        };
        if (draft.Title.Id is null && Placeholders.MatchesTitle(draft.Title.Title))
        {
            return null;
        }

        FieldCollector.FromHeading(draft, scope, labels);
        if (memo is null) // Who edits the text needs all of it.
        {
            scope.DropContent();
        }

        return new FoundItem(reader.Read(draft));
    }

    private static readonly List<KnownPassage> None = [];

    /// <summary>The passages of the headings below, which say more about the improvement; null when one of them cannot be known again.</summary>
    private static List<KnownPassage>? PassagesBelow(Scope scope)
    {
        if (scope.Children.IsEmpty)
        {
            return None;
        }

        var below = new List<KnownPassage>();
        return AddPassages(scope, below) ? below : null;
    }

    private static bool AddPassages(Scope scope, List<KnownPassage> below)
    {
        foreach (var child in scope.Children)
        {
            if (child.Known is null)
            {
                return false;
            }

            below.Add(child.Known);
            if (!AddPassages(child, below))
            {
                return false;
            }
        }

        return true;
    }
}

using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Improvements that are headings.</summary>
/// <param name="labels">The labels of fields.</param>
/// <param name="reader">Reads what was found.</param>
/// <param name="memo">See <see cref="ItemFinder"/>.</param>
/// <param name="textLength">The length of the text in characters.</param>
internal sealed class HeadingItems(Labels labels, ImprovementReader reader, HeadingMemo? memo, int textLength)
{
    private const int LargeText = 1_000_000;

    /// <summary>Where half of a large text is read.</summary>
    private int half = textLength >= LargeText ? textLength / 2 : int.MaxValue;

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
            CollectHalfway(scope.Section!.Offset);
        }

        return new FoundItem(reader.Read(draft));
    }

    /// <summary>What the first half was read from is let go of, but too old for a collection to look for by itself.</summary>
    private void CollectHalfway(int offset)
    {
        if (offset > half)
        {
            half = int.MaxValue;
            GC.Collect();
        }
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

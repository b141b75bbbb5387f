namespace KaizenGate.Core.Reading;

/// <summary>Improvements that are headings.</summary>
internal sealed class HeadingItems(Labels labels, ImprovementReader reader)
{
    /// <summary>Shared by all headings without headings below; never modified.</summary>
    private static readonly List<CachedHeadingBlock> Nothing = [];

    /// <summary>Returns the improvement that a heading is; null for a placeholder.</summary>
    public FoundItem? Read(Scope scope, InheritedContext context)
    {
        var below = scope.Children.IsEmpty ? Nothing : [];
        if (scope.Known is null || !AddBlocks(scope, below))
        {
            return ReadNew(scope, context);
        }

        if (
            scope.Known.Heading is not { } known
            || known.Context != context
            || !(known.Below == below || known.Below.SequenceEqual(below))
        )
        {
            scope.Known.Heading = known = new(context, below, ReadNew(scope, context));
        }

        return known.Item;
    }

    private FoundItem? ReadNew(Scope scope, InheritedContext context)
    {
        var title = scope.Title!;
        if (title.Id is null && Placeholders.MatchesTitle(title.Title))
        {
            return null;
        }

        var draft = new Draft(ImprovementForm.Heading, title, context, reader.Fields)
        {
            Box = title.Box,
            BoxExtent = title.BoxExtent,
        };
        FieldCollector.FromHeading(draft, scope, labels);
        if (BoldStatus(scope) is { } status)
        {
            draft.Fields.Add(status);
        }

        return new FoundItem(reader.Read(draft));
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

    /// <summary>The maximum number of lines below a heading that are searched for its status.</summary>
    private const int MostLines = 3;

    /// <summary>Finds the status after text that is struck through: <c>~~The old problem.~~ **Done** — how</c>.</summary>
    private static FoundField? BoldStatus(Scope scope)
    {
        for (var index = 0; index < Math.Min(MostLines, scope.Content.Count); index++)
        {
            var (section, node) = scope.Content[index];
            if (node is not LineNode { Fields.IsEmpty: true } line)
            {
                return null;
            }

            var text = section.Slice(line.Text);
            var start =
                scope.Title!.IsStruck || text.Contains("~~", StringComparison.Ordinal) ? text.IndexOf("**") : -1;
            var length = start < 0 ? -1 : text[(start + 2)..].IndexOf("**");
            if (length > 0)
            {
                var word = text.Slice(start + 2, length).ToString();
                if (StatusWords.Find(TextNormalizer.Normalize(word)) is not null)
                {
                    return new FoundField(
                        FieldCatalog.Status,
                        FieldCatalog.Status.Spelling,
                        word,
                        new Extent(line.Text.Start + start + 2, length),
                        0
                    );
                }
            }
        }

        return null;
    }
}

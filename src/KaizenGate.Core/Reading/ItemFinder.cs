namespace KaizenGate.Core.Reading;

/// <summary>Finds the improvements in the outline; docs/backlog-format.md defines what counts as one.</summary>
/// <param name="expected">The estimated number of improvements; 0 when unknown.</param>
internal sealed class ItemFinder(Labels labels, LineMap lines, ImprovementReader reader, int expected = 0)
{
    private readonly List<FoundItem> found = new(expected);
    private readonly List<Section> sections = [];
    private readonly List<Scope> ignored = [];
    private readonly HeadingItems headings = new(labels, reader);
    private readonly EntryItems entries = new(labels, reader);
    private readonly TableItems tables = new(labels, reader);

    /// <summary>The improvements, in the order of the text.</summary>
    public IReadOnlyList<FoundItem> Found => found;

    /// <summary>The headings that are not improvements or ignored, in order.</summary>
    public IReadOnlyList<Section> Sections => sections;

    /// <summary>The headings whose content only explains the backlog.</summary>
    public IReadOnlyList<Scope> Ignored => ignored;

    public void Find(Scope root, bool effortsAreSizes)
    {
        var context = InheritedContext.OfText(effortsAreSizes);
        Content(root, context);
        foreach (var child in root.Children)
        {
            Visit(child, context, isTitle: child == root.Children[0] && child.Level == 1, null);
        }

        Collect(root);
        References.Remove(found);
    }

    private void Collect(Scope scope)
    {
        found.AddRange(scope.Items.AsSpan());
        if (scope.Inner?.Section is { } section)
        {
            sections.Add(section);
        }

        foreach (var child in scope.Children)
        {
            Collect(child);
        }
    }

    /// <summary>What a section contains, which decides whether its plain headings and bullets are improvements.</summary>
    private sealed class Census
    {
        public bool HasTasksOrRows { get; set; }
        public bool HasHeadings { get; set; }
        public List<Scope> Leaves { get; } = [];
        public List<Scope> Groups { get; } = [];
    }

    private void Visit(Scope scope, InheritedContext outer, bool isTitle, Census? census)
    {
        if (scope.Meaning.Kind == HeadingKind.Ignored)
        {
            ignored.Add(scope);
            return;
        }

        var isSection = scope.Meaning.Kind == HeadingKind.Section;
        if (!isSection && scope.Level >= 2 && IsItem(scope))
        {
            headings.Add(scope, outer);
            if (census is not null)
            {
                census.HasHeadings = true;
            }

            return;
        }

        var isWeakTitle = isTitle && scope.Meaning.Status is Status.ToDo;
        var context = Enter(scope, outer, isWeakTitle ? default : scope.Meaning);
        if (isSection && !isWeakTitle && context.TakesPlainItems)
        {
            VisitSection(scope, context, census);
        }
        else
        {
            VisitGroup(scope, context, census);
        }
    }

    private void VisitGroup(Scope scope, InheritedContext context, Census? census)
    {
        Content(scope, context);
        if (census is not null)
        {
            census.HasTasksOrRows |= scope.Items.Length > 0;
            var isLeaf = scope.Children.Length == 0 && scope.Level >= 2;
            if (isLeaf && scope.Meaning.Kind == HeadingKind.Plain && scope.Items.Length == 0)
            {
                census.Leaves.Add(scope);
            }
            else
            {
                census.Groups.Add(scope);
            }
        }

        foreach (var child in scope.Children)
        {
            Visit(child, context, false, census);
        }
    }

    private void VisitSection(Scope scope, InheritedContext context, Census? outerCensus)
    {
        var census = new Census();
        Content(scope, context);
        census.HasTasksOrRows = scope.Items.Length > 0;
        census.Groups.Add(scope);
        foreach (var child in scope.Children)
        {
            Visit(child, context, false, census);
        }

        if (!census.HasTasksOrRows)
        {
            var takesBullets = !census.HasHeadings;
            foreach (var leaf in census.Leaves.Where(leaf => !Placeholders.MatchesTitle(leaf.Title!.Title)))
            {
                // The heading itself is not a section.
                headings.Add(leaf, leaf.Inner! with { Section = context.Section });
                census.HasHeadings = true;
            }

            if (takesBullets)
            {
                foreach (var group in census.Groups)
                {
                    Bullets(group, group.Inner!);
                }
            }
        }

        if (outerCensus is not null)
        {
            outerCensus.HasTasksOrRows |= census.HasTasksOrRows;
            outerCensus.HasHeadings |= census.HasHeadings;
        }
    }

    private InheritedContext Enter(Scope scope, InheritedContext outer, HeadingMeaning meaning)
    {
        if (scope.Known?.Context is not { } last || last.Meaning != meaning || last.Outer != outer)
        {
            last = new CachedContext(outer, meaning, Inner(scope, outer, meaning));
            scope.Known?.Context = last;
        }

        return scope.Inner = last.Inner;
    }

    private InheritedContext Inner(Scope scope, InheritedContext outer, HeadingMeaning meaning)
    {
        var extent = scope.Section!.Place(scope.Heading!.Text);
        var section = new Section(
            PlainText.Of(extent.In(scope.Section.Text)),
            scope.Level,
            lines.Span(extent),
            meaning.Priority ?? outer.Section?.Priority,
            meaning.Status ?? outer.Section?.Status
        );
        var infers = meaning.Impact is not null || meaning.Effort is not null || meaning.Priority is not null;
        return new InheritedContext(
            section,
            meaning.Status is null ? outer.StatusFrom : section,
            infers ? section : outer.InferredFrom,
            infers ? meaning.Impact : outer.Impact,
            infers ? meaning.Effort : outer.Effort,
            outer.EffortsAreSizes
        );
    }

    /// <summary>Whether a heading is an improvement by itself: it begins with an id or has a known field of its own.</summary>
    private static bool IsItem(Scope scope)
    {
        if (scope.Title!.Id is not null)
        {
            return true;
        }

        var hasField = scope.Known?.HasField ?? scope.Content.Exists(placed => IsField(placed.Node, placed.Section));
        scope.Known?.HasField = hasField;
        return hasField;
    }

    private static bool IsField(Node node, PlacedSection section) =>
        node switch
        {
            LineNode line => line.Fields.Length > 0 && FieldHeuristics.IsFieldInParagraph(line.Fields[0], section),
            EntryNode entry => FieldHeuristics.IsField(entry, section),
            _ => false,
        };

    /// <summary>Adds the tasks and table rows directly below a heading that is not an improvement.</summary>
    private void Content(Scope scope, InheritedContext context)
    {
        if (scope.Known?.Content is { } known && known.Context == context)
        {
            scope.Items = known.Items;
            return;
        }

        var items = new List<FoundItem>();
        foreach (var (section, node) in scope.Content)
        {
            switch (node)
            {
                case EntryNode entry:
                    entries.AddTasks(items, tables, entry, section, context);
                    break;
                case TableNode table:
                    tables.Add(items, table, section, context);
                    break;
            }
        }

        scope.Items = [.. items];
        scope.Known?.Content = new CachedItems(context, [], scope.Items);
    }

    /// <summary>Adds the plain list items directly below a heading.</summary>
    private void Bullets(Scope scope, InheritedContext context)
    {
        if (scope.Known?.Bullets is { } known && known.Context == context)
        {
            scope.Items = known.Items;
            return;
        }

        var items = new List<FoundItem>();
        foreach (var (section, node) in scope.Content)
        {
            if (node is EntryNode entry)
            {
                entries.AddBullet(items, entry, section, context);
            }
        }

        scope.Items = [.. items];
        scope.Known?.Bullets = new CachedItems(context, [], scope.Items);
    }
}

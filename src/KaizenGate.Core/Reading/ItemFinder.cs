using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Walks the outline and finds what is an improvement; see docs/backlog-format.md for what counts as one.</summary>
/// <param name="labels">The labels of fields and columns.</param>
/// <param name="lines">The lines of the text.</param>
/// <param name="reader">Reads what was found.</param>
internal sealed class ItemFinder(Labels labels, LineMap lines, ImprovementReader reader)
{
    private readonly List<FoundItem> found = [];
    private readonly List<Section> sections = [];
    private readonly List<Scope> ignored = [];
    private readonly HeadingItems headings = new(labels, reader);
    private readonly EntryItems entries = new(labels, reader);
    private readonly TableItems tables = new(labels, reader);

    /// <summary>The improvements in the order of their places.</summary>
    public IReadOnlyList<FoundItem> Found => found;

    /// <summary>The headings that are neither improvements nor left out, in order.</summary>
    public IReadOnlyList<Section> Sections => sections;

    /// <summary>The headings whose content explains the backlog.</summary>
    public IReadOnlyList<Scope> Ignored => ignored;

    /// <summary>Finds all that the text holds.</summary>
    /// <param name="root">Its outline.</param>
    /// <param name="effortsAreSizes">See <see cref="InheritedContext.EffortsAreSizes"/>.</param>
    public void Find(Scope root, bool effortsAreSizes)
    {
        var around = InheritedContext.OfText(effortsAreSizes);
        Content(root, around);
        foreach (var child in root.Children)
        {
            Visit(child, around, isTitle: child == root.Children[0] && child.Level == 1, null);
        }

        Collect(root);
        References.Remove(found);
    }

    private void Collect(Scope scope)
    {
        found.AddRange(scope.Items);
        if (scope.Inner?.Section is { } section)
        {
            sections.Add(section);
        }

        foreach (var child in scope.Children)
        {
            Collect(child);
        }
    }

    /// <summary>Counts what a section holds, to know whether its plain headings and bullets are improvements.</summary>
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
        var around = Enter(scope, outer, isWeakTitle ? default : scope.Meaning);
        if (isSection && !isWeakTitle && around.TakesPlainItems)
        {
            VisitSection(scope, around, census);
        }
        else
        {
            VisitGroup(scope, around, census);
        }
    }

    private void VisitGroup(Scope scope, InheritedContext around, Census? census)
    {
        Content(scope, around);
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
            Visit(child, around, false, census);
        }
    }

    private void VisitSection(Scope scope, InheritedContext around, Census? outerCensus)
    {
        var census = new Census();
        Content(scope, around);
        census.HasTasksOrRows = scope.Items.Length > 0;
        census.Groups.Add(scope);
        foreach (var child in scope.Children)
        {
            Visit(child, around, false, census);
        }

        if (!census.HasTasksOrRows)
        {
            var takesBullets = !census.HasHeadings;
            foreach (var leaf in census.Leaves.Where(leaf => !Placeholders.MatchesTitle(leaf.Title!.Title)))
            {
                // Its own heading is not a section.
                headings.Add(leaf, leaf.Inner! with { Section = around.Section });
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
        if (scope.Known?.Surroundings is not { } last || last.Meaning != meaning || last.Outer != outer)
        {
            last = new CachedContext(outer, meaning, Inner(scope, outer, meaning));
            scope.Known?.Surroundings = last;
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

    /// <summary>Whether a heading is an improvement by itself: it begins with an id, or a known field of its own stands below it.</summary>
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
            EntryNode { Box: null } entry => entry.Fields.Length > 0
                && FieldHeuristics.IsFieldInEntry(entry.Fields[0], section),
            EntryNode entry => entry.Fields.Length > 0 && FieldHeuristics.IsFieldInTask(entry.Fields[0], section),
            _ => false,
        };

    /// <summary>The tasks and table rows right below a heading that is no improvement.</summary>
    private void Content(Scope scope, InheritedContext around)
    {
        if (scope.Known?.Content is { } known && known.Around == around)
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
                    entries.AddTasks(items, tables, entry, section, around);
                    break;
                case TableNode table:
                    tables.Add(items, table, section, around);
                    break;
            }
        }

        scope.Items = [.. items];
        scope.Known?.Content = new CachedItems(around, [], scope.Items);
    }

    /// <summary>The plain list items right below a heading.</summary>
    private void Bullets(Scope scope, InheritedContext around)
    {
        if (scope.Known?.Bullets is { } known && known.Around == around)
        {
            scope.Items = known.Items;
            return;
        }

        var items = new List<FoundItem>();
        foreach (var (section, node) in scope.Content)
        {
            if (node is EntryNode entry)
            {
                entries.AddBullet(items, entry, section, around);
            }
        }

        scope.Items = [.. items];
        scope.Known?.Bullets = new CachedItems(around, [], scope.Items);
    }
}

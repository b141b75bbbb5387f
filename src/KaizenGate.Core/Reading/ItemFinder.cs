using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Walks the outline and finds what is an improvement; see docs/backlog-format.md for what counts as one.</summary>
internal sealed class ItemFinder(Labels labels, LineMap lines, ImprovementReader reader)
{
    private readonly List<Improvement> found = [];
    private readonly List<Section> sections = [];

    /// <summary>Headings that were taken for groups and turned out to be improvements.</summary>
    private readonly HashSet<Section> noSections = new(ReferenceEqualityComparer.Instance);
    private readonly List<Scope> ignored = [];
    private readonly TableItems tables = new(labels, reader);

    /// <summary>The improvements in the order of their places.</summary>
    public IEnumerable<Improvement> Found => found.OrderBy(item => item.Span.Offset);

    public ImmutableArray<Section> Sections => [.. sections.Where(section => !noSections.Contains(section))];

    /// <summary>The headings whose content explains the backlog.</summary>
    public IReadOnlyList<Scope> Ignored => ignored;

    public void Find(Scope root)
    {
        Content(root, Surroundings.None);
        foreach (var child in root.Children)
        {
            Visit(child, Surroundings.None, isTitle: child == root.Children[0] && child.Level == 1, null);
        }

        References.Remove(found);
    }

    /// <summary>Counts what a section holds, to know whether its plain headings and bullets are improvements.</summary>
    private sealed class Census
    {
        public bool HasTasksOrRows { get; set; }
        public bool HasHeadings { get; set; }
        public List<(Scope Scope, Surroundings Around)> Leaves { get; } = [];
        public List<(Scope Scope, Surroundings Around)> Groups { get; } = [];
    }

    private void Visit(Scope scope, Surroundings outer, bool isTitle, Census? census)
    {
        if (scope.Meaning.Kind == HeadingKind.Ignored)
        {
            ignored.Add(scope);
            return;
        }

        var isSection = scope.Meaning.Kind == HeadingKind.Section;
        if (!isSection && scope.Level >= 2 && IsItem(scope))
        {
            AddHeading(scope, outer);
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

    private void VisitGroup(Scope scope, Surroundings around, Census? census)
    {
        var before = found.Count;
        Content(scope, around);
        if (census is not null)
        {
            census.HasTasksOrRows |= found.Count > before;
            var isLeaf = scope.Children.Count == 0 && scope.Level >= 2;
            if (isLeaf && scope.Meaning.Kind == HeadingKind.Plain && found.Count == before)
            {
                census.Leaves.Add((scope, around));
            }
            else
            {
                census.Groups.Add((scope, around));
            }
        }

        foreach (var child in scope.Children)
        {
            Visit(child, around, false, census);
        }
    }

    private void VisitSection(Scope scope, Surroundings around, Census? outerCensus)
    {
        var census = new Census();
        var before = found.Count;
        Content(scope, around);
        census.HasTasksOrRows = found.Count > before;
        census.Groups.Add((scope, around));
        foreach (var child in scope.Children)
        {
            Visit(child, around, false, census);
        }

        if (!census.HasTasksOrRows)
        {
            var takesBullets = !census.HasHeadings;
            foreach (var (leaf, leafAround) in census.Leaves)
            {
                if (!Placeholders.MatchesTitle(leaf.Title!.Title))
                {
                    // Its own heading is no section of its own.
                    AddHeading(leaf, leafAround with { Section = around.Section });
                    noSections.Add(leafAround.Section!);
                    census.HasHeadings = true;
                }
            }

            if (takesBullets)
            {
                foreach (var (group, groupAround) in census.Groups)
                {
                    Bullets(group, groupAround);
                }
            }
        }

        if (outerCensus is not null)
        {
            outerCensus.HasTasksOrRows |= census.HasTasksOrRows;
            outerCensus.HasHeadings |= census.HasHeadings;
        }
    }

    private Surroundings Enter(Scope scope, Surroundings outer, HeadingMeaning meaning)
    {
        var extent = scope.Section!.Place(scope.Heading!.Text);
        var section = new Section(
            PlainText.Of(extent.In(scope.Section.Text)),
            scope.Level,
            lines.Span(extent),
            meaning.Priority ?? outer.Section?.Priority,
            meaning.Status ?? outer.Section?.Status
        );
        sections.Add(section);
        var infers = meaning.Impact is not null || meaning.Effort is not null || meaning.Priority is not null;
        return new Surroundings(
            section,
            meaning.Status is null ? outer.StatusFrom : section,
            infers ? section : outer.InferredFrom,
            infers ? meaning.Impact : outer.Impact,
            infers ? meaning.Effort : outer.Effort
        );
    }

    /// <summary>Whether a heading is an improvement by itself: it begins with an id, or a known field of its own stands below it.</summary>
    private static bool IsItem(Scope scope) =>
        scope.Title!.Id is not null || scope.Content.Exists(placed => IsField(placed.Node, placed.Section));

    private static bool IsField(Node node, PlacedSection section) =>
        node switch
        {
            LineNode line => line.Fields.Length > 0 && FieldValues.IsFieldInParagraph(line.Fields[0], section),
            EntryNode { Box: null } entry => entry.Fields.Length > 0
                && FieldValues.IsFieldInEntry(entry.Fields[0], section),
            EntryNode entry => entry.Fields.Length > 0 && FieldValues.IsFieldInTask(entry.Fields[0], section),
            _ => false,
        };

    private void AddHeading(Scope scope, Surroundings around)
    {
        var draft = new Draft(ImprovementForm.Heading, scope.Title!, around)
        {
            Box = scope.Title!.Box,
            BoxExtent = scope.Title.BoxExtent,
        };
        if (draft.Title.Id is null && Placeholders.MatchesTitle(draft.Title.Title))
        {
            return;
        }

        FieldCollector.FromHeading(draft, scope, labels);
        scope.DropContent();
        found.Add(reader.Read(draft));
    }

    /// <summary>The tasks and table rows right below a heading that is no improvement.</summary>
    private void Content(Scope scope, Surroundings around)
    {
        foreach (var placed in scope.Content)
        {
            switch (placed.Node)
            {
                case EntryNode entry:
                    Tasks(entry, placed.Section, around);
                    break;
                case TableNode table:
                    tables.Add(found, table, placed.Section, around);
                    break;
            }
        }
    }

    /// <summary>The outermost tasks of a list item's branch; a bullet that is none itself only groups them.</summary>
    private void Tasks(EntryNode entry, PlacedSection section, Surroundings around)
    {
        if (entry.Box is null)
        {
            foreach (var child in entry.Children)
            {
                switch (child)
                {
                    case EntryNode nested:
                        Tasks(nested, section, around);
                        break;
                    case TableNode table:
                        tables.Add(found, table, section, around);
                        break;
                }
            }
        }
        else if (entry.Fields.IsEmpty || !FieldValues.IsFieldInTask(entry.Fields[0], section))
        {
            AddEntry(ImprovementForm.Task, entry, section, around);
        }
    }

    /// <summary>The plain bullets right below a heading, and numbered entries where work is no longer open.</summary>
    private void Bullets(Scope scope, Surroundings around)
    {
        foreach (var (section, node) in scope.Content)
        {
            if (
                node is not EntryNode { Box: null } entry
                || (entry.IsOrdered && around.Section!.Status is null or Status.ToDo)
            )
            {
                continue;
            }

            var title = TitleText.Read(section.Text, section.Place(EntryTitle.Of(entry, section)));
            var isField = title.Id is null && entry.Fields is [var field, ..] && IsFieldOrProse(field, section);
            if (!isField && !IsLinkIntoFile(section.Slice(entry.Text)))
            {
                AddEntry(ImprovementForm.Bullet, entry, section, around);
            }
        }
    }

    private void AddEntry(ImprovementForm form, EntryNode entry, PlacedSection section, Surroundings around)
    {
        var title = TitleText.Read(section.Text, section.Place(EntryTitle.Of(entry, section)));
        var isPlaceholder =
            title.Title.Length == 0
                ? title.Id is null
                : Placeholders.MatchesTitle(title.Title)
                    || Folding.Fold(title.Title) is "noitems" or "noitemsyet" or "nothing" or "noneyet" or "empty";
        if (isPlaceholder)
        {
            return;
        }

        var draft = new Draft(form, title, around) { Box = entry.Box, BoxExtent = section.Place(entry.BoxExtent) };
        FieldCollector.FromEntry(draft, entry, section, labels);
        found.Add(reader.Read(draft));
    }

    /// <summary>A label in bold opens a field or a remark; a plain one is part of a title unless it has a value of its kind.</summary>
    private static bool IsFieldOrProse(FieldText field, PlacedSection section) =>
        field.IsBold || FieldValues.IsFieldInEntry(field, section);

    /// <summary>An entry of a table of contents: nothing but a link.</summary>
    private static bool IsLinkIntoFile(ReadOnlySpan<char> entry) =>
        entry.StartsWith("[")
        && entry.IndexOf("](#") is > 0 and var target
        && entry[target..].IndexOf(')') == entry.Length - target - 1;
}

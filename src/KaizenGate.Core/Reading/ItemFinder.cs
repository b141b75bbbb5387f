namespace KaizenGate.Core.Reading;

/// <summary>
/// Finds the improvements in the outline: divides it into populations and takes those whose evidence adds up;
/// docs/backlog-format.md describes both.
/// </summary>
internal sealed class ItemFinder(Labels labels, LineMap lines, ImprovementReader reader)
{
    private readonly List<FoundItem> found = [];
    private readonly List<Section> sections = [];
    private readonly List<Scope> contexts = [];
    private readonly Populations populations = new(labels);
    private readonly HeadingItems headings = new(labels, reader);
    private readonly EntryItems entries = new(labels, reader);
    private readonly TableItems tables = new(reader);
    private DocumentSigns document = new(false, false, 0, 0);

    /// <summary>Decides whether a population is read; replaced by tools that measure the evidence.</summary>
    public Func<Sight, bool> Decide { get; init; } = Verdict;

    /// <summary>The improvements, in the order of the text.</summary>
    public IReadOnlyList<FoundItem> Found => found;

    /// <summary>The headings that are not improvements, in order.</summary>
    public IReadOnlyList<Section> Sections => sections;

    /// <summary>The headings whose content only explains the backlog.</summary>
    public IReadOnlyList<Scope> Contexts => contexts;

    public void Find(Scope root, bool effortsAreSizes, string fileName)
    {
        Prepare(root);
        Number(root, new Population?[4]);
        document = DocumentWords.Read(root, fileName);
        Visit(root, InheritedContext.OfText(effortsAreSizes), default, default, isBelowItem: false);
        Collect(root);
        References.Remove(found);
    }

    /// <summary>Divides all content into populations and counts what is below each heading.</summary>
    private void Prepare(Scope scope)
    {
        scope.Populations = scope.Known?.Populations ?? populations.Of(scope.Content);
        scope.Known?.Populations = scope.Populations;
        var below = Below.Of(scope.Populations);
        foreach (var child in scope.Children)
        {
            Prepare(child);
            below += child.Below;
        }

        scope.Below = below;
        scope.HeadingPopulations = HeadingPopulations.Of(scope);
    }

    /// <summary>Finds numbering that goes on from one population to the next.</summary>
    private static void Number(Scope scope, Population?[] last)
    {
        foreach (var population in scope.Populations.Concat(scope.HeadingPopulations))
        {
            population.ContinuesNumbers = false;
            if (population.Numbers is not [var first, ..] || first == 0)
            {
                continue;
            }

            var form = (int)population.Form;
            if (first > 1 && last[form] is { } before && before.Numbers[^1] + 1 == first)
            {
                before.ContinuesNumbers = true;
                population.ContinuesNumbers = true;
            }

            last[form] = population;
        }

        foreach (var child in scope.Children)
        {
            Number(child, last);
        }
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

    /// <summary>Reads what is below a heading that is no improvement, or below one that is.</summary>
    private void Visit(Scope scope, InheritedContext context, HeadingMeaning own, HeadingMeaning above, bool isBelowItem)
    {
        if (!isBelowItem)
        {
            scope.Inner = scope.Heading is null ? null : context;
        }

        var items = new List<FoundItem>(scope.Items);
        Content(items, scope.Populations, scope.Level, context, own, above, isBelowItem);
        scope.Items = [.. items];

        var next = scope.Level <= 1 ? above : own.Below(above);
        foreach (var population in scope.HeadingPopulations)
        {
            var isItems = Decide(new Sight(population, own, above, isBelowItem, document, population.Members[0].Scope!.Level));
            foreach (var member in population.Members)
            {
                member.Scope!.IsItem = isItems;
            }
        }

        foreach (var child in scope.Children)
        {
            if (child.Meaning.IsContext)
            {
                contexts.Add(child);
            }

            if (child.IsItem)
            {
                headings.Add(child, context);
                Visit(child, Enter(child, context), default, default, isBelowItem: true);
            }
            else
            {
                Visit(child, Enter(child, context), child.Meaning, next, isBelowItem);
            }
        }
    }

    private void Content(
        List<FoundItem> items,
        List<Population> content,
        int level,
        InheritedContext context,
        HeadingMeaning own,
        HeadingMeaning above,
        bool isBelowItem
    )
    {
        var isBelowLead = false;
        foreach (var population in content)
        {
            var sight = new Sight(population, own, above, isBelowItem || isBelowLead, document, level);
            var isItems = Decide(sight);
            if (isItems)
            {
                switch (population.Form)
                {
                    case PartForm.Entry:
                        foreach (var member in population.Members)
                        {
                            entries.Add(items, (EntryNode)member.Node!, member, context);
                        }

                        break;
                    case PartForm.Row:
                        tables.Add(items, population, context);
                        break;
                    case PartForm.Lead:
                        isBelowLead = true;
                        foreach (var member in population.Members)
                        {
                            entries.AddLead(items, member, context);
                        }

                        break;
                }
            }
            else if (population.Form == PartForm.Entry)
            {
                foreach (var member in population.Members)
                {
                    var entry = (EntryNode)member.Node!;
                    if (entry.Box is null && entry.Children.Any(child => child is EntryNode or TableNode))
                    {
                        var nested = populations.Below(entry, member.Section);
                        Content(items, nested, level + 1, context, own, above, isBelowItem || isBelowLead);
                    }
                }
            }
        }
    }

    private InheritedContext Enter(Scope scope, InheritedContext outer)
    {
        var meaning = scope.Meaning;
        if (scope.Known?.Context is not { } last || last.Meaning != meaning || last.Outer != outer)
        {
            last = new CachedContext(outer, meaning, Inner(scope, outer, meaning));
            scope.Known?.Context = last;
        }

        return last.Inner;
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

    public static bool Verdict(Sight sight) => ReadingEvidence.All.Sum(evidence => evidence.Weight * evidence.Strength(sight)) > 0;
}

/// <summary>How much work is below a heading.</summary>
/// <param name="Plain">Entries without a box.</param>
internal readonly record struct Below(int Boxes, int Ids, int Tables, int Plain, int Signs)
{
    public static Below Of(List<Population> populations)
    {
        var below = default(Below);
        foreach (var population in populations)
        {
            below += new Below(
                population.Traits.Boxed,
                population.Traits.Ids,
                population.TitleColumn >= 0 && population.Columns.Exists(column => column.Definition.MarksImprovements) ? 1 : 0,
                population.Form == PartForm.Entry ? population.Traits.Count - population.Traits.Boxed : 0,
                population.Form == PartForm.Entry && population.Traits.Signs * 2 > population.Traits.Count ? 1 : 0
            );
        }

        return below;
    }

    public static Below operator +(Below first, Below second) =>
        new(first.Boxes + second.Boxes, first.Ids + second.Ids, first.Tables + second.Tables, first.Plain + second.Plain, first.Signs + second.Signs);
}

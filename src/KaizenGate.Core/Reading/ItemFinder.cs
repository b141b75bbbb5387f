namespace KaizenGate.Core.Reading;

/// <summary>
/// Finds the improvements in the outline: divides it into populations, takes those whose evidence adds up, and accounts for the others;
/// docs/backlog-format.md describes both. <see cref="PartReader"/> reads them.
/// </summary>
/// <param name="labels">The labels of fields.</param>
/// <param name="lines">The lines of the text.</param>
/// <param name="options">How to read it.</param>
/// <param name="expected">The estimated number of parts; 0 when unknown.</param>
/// <param name="titles">See <see cref="Populations"/>.</param>
internal sealed class ItemFinder(
    Labels labels,
    LineMap lines,
    ReadingOptions options,
    int expected = 0,
    TextMemo<TitleText>? titles = null
)
{
    private readonly List<FoundPart> parts = new(expected);
    private readonly List<Section> sections = [];
    private readonly List<Scope> contexts = [];
    private readonly Populations populations = new(labels, titles);
    private DocumentSigns document = new(false, false, false, 0, 0);

    /// <summary>What holds the improvements, in the order of the text.</summary>
    public IReadOnlyList<FoundPart> Parts => parts;

    /// <summary>The headings that are not improvements, in order.</summary>
    public IReadOnlyList<Section> Sections => sections;

    /// <summary>The headings whose content only explains the backlog.</summary>
    public IReadOnlyList<Scope> Contexts => contexts;

    /// <summary>Finds the improvements.</summary>
    /// <param name="account">Receives what each population was taken for; null when it is not needed.</param>
    public void Find(Scope root, Conventions conventions, string fileName, AccountBuilder? account)
    {
        Prepare(root);
        NumberSequences.Mark(root);
        document = DocumentSigns.Of(root, fileName);
        var context = InheritedContext.OfText(conventions) with
        {
            Legend = Legends.Of(root),
            NumbersAreIds = root.Below.NumberedTables == 1,
        };
        Visit(root, context, new Surroundings(document), account);
        Collect(root);
    }

    /// <summary>Divides all content into populations and counts what is below each heading.</summary>
    private void Prepare(Scope scope)
    {
        scope.Populations = scope.Known?.Populations ?? populations.Of(scope.Content);
        scope.Known?.Populations = scope.Populations;
        var below = WorkBelow.Of(scope.Populations);
        foreach (var child in scope.Children)
        {
            Prepare(child);
            below += child.Below;
        }

        scope.Below = below;
        scope.HeadingPopulations = HeadingPopulations.Of(scope);
    }

    private void Collect(Scope scope)
    {
        if (scope.Inner?.Section is { } section)
        {
            sections.Add(section);
        }

        foreach (var child in scope.Children)
        {
            Collect(child);
        }
    }

    private void Visit(Scope scope, InheritedContext context, Surroundings here, AccountBuilder? account)
    {
        scope.Inner = scope.Heading is null || here.IsBelowItem ? null : context;
        if (here.IsBelowId && account is not { KeepsParts: true })
        {
            return; // All of it belongs to the improvement.
        }

        here = here with
        {
            HasBoxes = scope.Populations.Exists(one => one.Traits.Boxed > 0),
            HasIdHeadings = scope.HeadingPopulations.Exists(one => one.Traits.Ids > 0),
        };
        account?.AddFields(scope, here);
        Content(scope.Populations, context, here, account);
        foreach (var population in scope.HeadingPopulations)
        {
            var verdict = Decide(population, here);
            account?.Add(population, verdict, here);
            foreach (var member in population.Members)
            {
                member.Scope!.IsItem = verdict.IsRead;
            }
        }

        var above = scope.Level <= 1 ? here.Above : here.Own.Below(here.Above);
        foreach (var child in scope.Children)
        {
            if (child.Meaning.IsContext)
            {
                contexts.Add(child);
            }

            if (!child.IsCounted)
            {
                account?.AddSection(child);
            }

            if (child is { IsItem: true, Title.Id: not null } && account is not { KeepsParts: true })
            {
                parts.Add(new FoundPart(context, child)); // All that is below belongs to it.
                continue;
            }

            var meaning =
                scope.Level == 0 && child.Level == 1 ? child.Meaning.OfTitle(child.Title!.Title) : child.Meaning;
            if (SettingOf(child.Section!, child.Heading!.Text) is { IsIgnored: false } own)
            {
                meaning = meaning with { Status = own.Status, Priority = own.Priority };
            }

            var inner = Enter(child, meaning, context);
            if (child.IsItem)
            {
                parts.Add(new FoundPart(context, child));
            }

            var setting = SettingOf(child.Section!, child.Heading!.Text) ?? (child.IsItem ? null : here.Setting);
            var below =
                child.IsItem || here.IsBelowItem
                    ? new Surroundings(
                        document,
                        IsBelowItem: true,
                        IsBelowId: here.IsBelowId || (child.IsItem && child.Title!.Id is not null),
                        IsBelowCertain: here.IsBelowCertain || (child.IsItem && IsCertain(child))
                    )
                    : new Surroundings(document, meaning, above, IsExplained: IsExplained(meaning, here, above))
                    {
                        Setting = setting,
                        Name = inner.Section!.Title,
                        IsTitle = scope.Level == 0 && scope.Children.Length == 1 && child.Children.IsEmpty,
                    };
            Visit(child, inner, below, account);
        }
    }

    /// <summary>Whether a section explains the document. Below a phase or a list of work, "Statistics" is a topic of that work.</summary>
    private static bool IsExplained(HeadingMeaning meaning, Surroundings here, HeadingMeaning above) =>
        (here.IsExplained && (meaning.Topics & SectionTopics.Work) == 0)
        || (
            meaning.IsContext
            && (
                (meaning.Topics & (SectionTopics.Context & ~SectionTopics.Statistics)) != 0
                || (above.Topics & Grouping) == 0
            )
        );

    private static bool IsCertain(Scope item) =>
        item.Title is { } title
        && (
            title.Id is not null
            || title.Box is not null
            || title.IsStruck
            || title.Remark is not null
            || item.Traits is { HasRating: true } or { IsNumbered: true } or { HasPart: true }
        );

    private const SectionTopics Grouping =
        SectionTopics.Work
        | SectionTopics.Group
        | SectionTopics.Status
        | SectionTopics.Priority
        | SectionTopics.Horizon;

    private void Content(List<Population> content, InheritedContext context, Surroundings here, AccountBuilder? account)
    {
        foreach (var population in content)
        {
            var lead = population.LeadIn is { } line ? SettingOf(line.Section, line.Node.Start) : null;
            var verdict = Decide(population, lead is null ? here : here with { Setting = lead });
            account?.Add(population, verdict, here);
            if (verdict.IsRead)
            {
                parts.Add(new FoundPart(Announced(population, context), population));
                here = here with { IsBelowItem = here.IsBelowItem || population.Form == PartForm.Lead };
            }
            else if (population.Form == PartForm.Entry)
            {
                Content(population.Nested(populations), context, here with { IsNested = true }, account);
            }
        }
    }

    /// <summary>Returns the context that a line above a list gives to it: "Done in March:" gives a status.</summary>
    private InheritedContext Announced(Population population, InheritedContext context)
    {
        if (population.LeadIn is not { } lead || !population.Lead.IsSection || !population.Lead.IsWhole)
        {
            return context;
        }

        var section = new Section(
            PlainText.Of(lead.Section.Slice(lead.Node.Start)).TrimEnd(':', '：', ' '),
            (context.Section?.Level ?? 0) + 1,
            lines.Span(lead.Node.Start),
            population.Lead.Priority ?? context.Section?.Priority,
            population.Lead.Status ?? context.Section?.Status
        );
        return context with
        {
            Section = section,
            StatusFrom = population.Lead.Status is null ? context.StatusFrom : section,
        };
    }

    /// <summary>Returns what the settings say about a heading or a lead-in line; null for nothing.</summary>
    private SectionSetting? SettingOf(SectionText section, Extent name)
    {
        if (options.Sections.IsEmpty)
        {
            return null;
        }

        var normalized = TextNormalizer.Normalize(PlainText.Of(section.Slice(name)));
        return options.Sections.LastOrDefault(setting => TextNormalizer.Normalize(setting.Heading) == normalized);
    }

    private Verdict Decide(Population population, Surroundings here)
    {
        var sight = new Sight(population, here with { Form = options.Items });
        return options.Decide is { } decide ? new Verdict(sight, decide(sight) ? 1 : -1) : population.Decide(sight);
    }

    private InheritedContext Enter(Scope scope, HeadingMeaning meaning, InheritedContext outer)
    {
        if (scope.Known?.Context is not { } last || last.Meaning != meaning || last.Outer != outer)
        {
            last = new CachedContext(outer, meaning, Inner(scope, outer, meaning));
            scope.Known?.Context = last;
        }

        return last.Inner;
    }

    private InheritedContext Inner(Scope scope, InheritedContext outer, HeadingMeaning meaning)
    {
        var extent = scope.Heading!.Text;
        var section = new Section(
            PlainText.Of(extent.In(scope.Section!.Text)),
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
            outer.Conventions
        )
        {
            Owner = SectionOwner.Of(section.Title) is { } owner
                ? new Written<string>(owner, section.Title, section.Span)
                : outer.Owner,
            Legend = outer.Legend,
            NumbersAreIds = outer.NumbersAreIds,
        };
    }
}

/// <summary>How much work is below a heading, at any depth.</summary>
/// <param name="Boxes">Entries and paragraphs with a check box.</param>
/// <param name="Ids">Entries and paragraphs with an id.</param>
/// <param name="Tables">Tables with the columns of a backlog.</param>
/// <param name="Plain">Entries without a check box.</param>
/// <param name="NumberedTables">Tables with a column "#".</param>
/// <param name="Signs">Lists in which most entries have the sign of a status.</param>
/// <param name="NumberedLeads">Bold paragraphs with a number or a letter, if there are several.</param>
internal readonly record struct WorkBelow(
    int Boxes,
    int Ids,
    int Tables,
    int Plain,
    int Signs,
    int NumberedTables,
    int NumberedLeads
)
{
    public static WorkBelow Of(List<Population> populations)
    {
        var below = default(WorkBelow);
        foreach (var population in populations)
        {
            var traits = population.Traits;
            var isEntries = population.Form == PartForm.Entry;
            var isBacklog =
                population.TitleColumn >= 0 && population.Columns.Exists(column => column.Definition.MarksImprovements);
            below += new WorkBelow(
                traits.Boxed,
                traits.Ids,
                isBacklog ? 1 : 0,
                isEntries ? traits.Count - traits.Boxed : 0,
                isEntries && traits.Signs * 2 > traits.Count ? 1 : 0,
                population.Columns.Exists(column => column.Label is "#") ? 1 : 0,
                population.Form == PartForm.Lead && traits.Ordinals > 1 ? traits.Ordinals : 0
            );
        }

        return below;
    }

    public static WorkBelow operator +(WorkBelow first, WorkBelow second) =>
        new(
            first.Boxes + second.Boxes,
            first.Ids + second.Ids,
            first.Tables + second.Tables,
            first.Plain + second.Plain,
            first.Signs + second.Signs,
            first.NumberedTables + second.NumberedTables,
            first.NumberedLeads + second.NumberedLeads
        );
}

/// <summary>Finds numbering that goes on from one list, or one group of headings, to the next.</summary>
internal static class NumberSequences
{
    public static void Mark(Scope root) => Mark(root, new Population?[4]);

    private static void Mark(List<Population> populations, Population?[] last)
    {
        foreach (var population in populations)
        {
            population.ContinuesNumbers = false;
            if (population.Numbers is not [var first, ..] || first == 0)
            {
                continue;
            }

            ref var before = ref last[(int)population.Form];
            if (first > 1 && before is not null && before.Numbers[^1] + 1 == first)
            {
                before.ContinuesNumbers = true;
                population.ContinuesNumbers = true;
            }

            before = population;
        }
    }

    private static void Mark(Scope scope, Population?[] last)
    {
        Mark(scope.Populations, last);
        Mark(scope.HeadingPopulations, last);
        foreach (var child in scope.Children)
        {
            Mark(child, last);
        }
    }
}

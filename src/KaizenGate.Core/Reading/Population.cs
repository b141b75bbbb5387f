namespace KaizenGate.Core.Reading;

/// <summary>One of the siblings that a population consists of.</summary>
/// <param name="Title">Null for a row.</param>
/// <param name="Section">The section of the node.</param>
/// <param name="Scope">The heading, for a population of headings.</param>
/// <param name="Nodes">The nodes below a bold lead, up to the next lead.</param>
internal readonly record struct Member(
    Node? Node,
    TitleText? Title,
    SectionText Section,
    Scope? Scope = null,
    List<PlacedNode>? Nodes = null
);

/// <summary>
/// Siblings of one form below one heading: the entries of a list, the rows of a table, headings of one level, bold leads. They are
/// improvements together or not at all, whatever a single one looks like.
/// </summary>
/// <param name="expected">The estimated number of members; 0 when unknown.</param>
internal sealed class Population(PartForm form, SectionText section, int expected = 0)
{
    public PartForm Form { get; } = form;
    public SectionText Section { get; } = section;

    /// <summary>Empty for the rows of a table.</summary>
    public List<Member> Members { get; } = new(expected);

    /// <summary>The line directly above that announces a list: <c>Next steps:</c>, or in bold; null when there is none.</summary>
    public PlacedNode? LeadIn { get; init; }

    /// <summary>The meaning of the lead-in line.</summary>
    public HeadingMeaning Lead { get; init; }

    /// <summary>The written numbers of ordered members.</summary>
    public List<int> Numbers { get; } = new(expected);

    /// <summary>Whether the headings have lists that begin alike, such as the steps of a method.</summary>
    public bool HasSteps { get; set; }

    /// <summary>Whether the numbers go on from, or in, another population of the document.</summary>
    public bool ContinuesNumbers { get; set; }

    public TableNode? Table { get; init; }
    public List<TableColumn> Columns { get; init; } = [];

    /// <summary>The index of the title column; -1 when there is none.</summary>
    public int TitleColumn { get; init; } = -1;

    /// <summary>What the marks in the status column of a table mean by the column itself.</summary>
    public Lazy<Legend?>? StatusLegend { get; init; }

    /// <summary>The number of members or rows.</summary>
    public int Count => Table is null ? Members.Count : Table.Rows.Count;

    /// <summary>What the members have in common, as counts of members.</summary>
    public Traits Traits { get; } = new();

    private List<Population>? nested;
    private (Sight Sight, Verdict Verdict)? decided;
    private (InheritedContext Context, List<FoundItem> Items)? read;

    /// <summary>Returns the populations in the members, if these only group them.</summary>
    public List<Population> Nested(Populations populations) =>
        nested ??= [
            .. Members
                .Where(member => member.Node is EntryNode { Box: null, Children.Length: > 0 })
                .SelectMany(member => populations.Below((EntryNode)member.Node!, member.Section)),
        ];

    /// <summary>Weighs the evidence, or returns the last verdict when the surroundings are unchanged.</summary>
    public Verdict Decide(Sight sight)
    {
        if (decided is not { } last || last.Sight != sight)
        {
            decided = last = (sight, ReadingEvidence.Weigh(sight));
        }

        return last.Verdict;
    }

    /// <summary>Null before the first.</summary>
    public Verdict? LastVerdict => decided?.Verdict;

    /// <summary>Returns the improvements of all members; the same objects for the same context.</summary>
    public List<FoundItem> Read(FoundPart all, Func<FoundPart, List<FoundItem>> items)
    {
        if (read is not { } last || last.Context != all.Context)
        {
            read = last = (all.Context, items(all));
        }

        return last.Items;
    }
}

/// <summary>How many members of a population have a trait.</summary>
internal sealed class Traits
{
    public int Count { get; set; }
    public int Boxed { get; set; }
    public int Ids { get; set; }

    /// <summary>A sign of a status in front or behind: ✅, 🚧.</summary>
    public int Signs { get; set; }
    public int Struck { get; set; }

    /// <summary>Fields of their own for status, impact, effort, score or hours.</summary>
    public int Ratings { get; set; }

    /// <summary>Other fields of their own, such as an owner or a date.</summary>
    public int OwnFields { get; set; }

    /// <summary>Fields of their own for nothing but a priority.</summary>
    public int Priorities { get; set; }

    /// <summary>A short label, not in bold, in front of a colon.</summary>
    public int Labels { get; set; }

    /// <summary>A bold label in front of a colon.</summary>
    public int BoldLabels { get; set; }

    /// <summary>Bold text in front.</summary>
    public int Bold { get; set; }
    public int Ordinals { get; set; }
    public int Verbs { get; set; }
    public int Code { get; set; }
    public int Links { get; set; }
    public int Placeholders { get; set; }

    /// <summary>At most two words.</summary>
    public int Short { get; set; }

    /// <summary>Entries below.</summary>
    public int Nesting { get; set; }

    /// <summary>Headings: paragraphs directly below.</summary>
    public int Prose { get; set; }

    /// <summary>Headings: bold labels of parts below, such as Problem or Solution.</summary>
    public int Parts { get; set; }

    /// <summary>Headings: boxes directly below or further below.</summary>
    public int BoxesBelow { get; set; }

    /// <summary>Headings: entries or rows with ids below.</summary>
    public int IdsBelow { get; set; }

    /// <summary>Headings: tables of work below.</summary>
    public int TablesBelow { get; set; }

    /// <summary>Headings: further headings below.</summary>
    public int HeadingsBelow { get; set; }

    /// <summary>Headings: the words name a group, such as a phase.</summary>
    public int Groups { get; set; }

    /// <summary>Headings: nothing below.</summary>
    public int Empty { get; set; }
    public int Lists { get; set; }

    /// <summary>Headings: they begin with the words of a section, such as a priority.</summary>
    public int Sections { get; set; }

    /// <summary>Headings: their first or last words name what sections name.</summary>
    public int SectionWords { get; set; }

    /// <summary>Headings: entries with signs of a status below.</summary>
    public int SignsBelow { get; set; }
    public int NumberedLeadsBelow { get; set; }

    /// <summary>Headings: only paragraphs below.</summary>
    public int OnlyProse { get; set; }

    /// <summary>Returns the share of members, from 0 to 1.</summary>
    public double Share(int count) => Count == 0 ? 0 : (double)count / Count;
}

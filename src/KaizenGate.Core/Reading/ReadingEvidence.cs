namespace KaizenGate.Core.Reading;

/// <summary>Where a population stands in the document.</summary>
/// <param name="Own">The meaning of the heading that the population is directly below.</param>
/// <param name="Above">The meanings of the headings further up, without the title of the document.</param>
/// <param name="IsBelowItem">Whether the heading, or one above it, is an improvement itself.</param>
/// <param name="IsBelowId">Whether such an improvement has an id.</param>
/// <param name="IsExplained">Whether the heading, or one above it, explains the document.</param>
/// <param name="IsBelowCertain">Whether the improvement above has an id, a check box, a number, a mark or fields of its own.</param>
/// <param name="IsTitle">Whether the heading is the title of a document that has no other heading.</param>
/// <param name="IsNested">Whether the population is below an entry that is no improvement.</param>
/// <param name="HasBoxes">Whether there are check boxes directly below the heading.</param>
/// <param name="HasIdHeadings">Whether headings with ids are directly below the heading.</param>
internal readonly record struct Surroundings(
    DocumentSigns Document,
    HeadingMeaning Own = default,
    HeadingMeaning Above = default,
    bool IsBelowItem = false,
    bool IsBelowId = false,
    bool HasBoxes = false,
    bool HasIdHeadings = false,
    bool IsExplained = false,
    bool IsNested = false,
    bool IsTitle = false,
    bool IsBelowCertain = false
)
{
    /// <summary>The text of the heading that the population is directly below.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A population with its surroundings.</summary>
internal readonly record struct Sight(Population Population, Surroundings Here)
{
    /// <summary>Part of the sight, as it can change between the revisions of a text.</summary>
    public bool ContinuesNumbers { get; } = Population.ContinuesNumbers;

    public Traits Traits => Population.Traits;
    public HeadingMeaning Lead => Population.Lead;
    public HeadingMeaning Above => Here.Above;
    public bool IsHeadings => Population.Form == PartForm.Heading;
    public bool IsEntries => Population.Form == PartForm.Entry;
    public bool IsRows => Population.Form == PartForm.Row;
    public bool IsLeads => Population.Form == PartForm.Lead;
    public bool HasLead => Population.LeadIn is not null;

    /// <summary>The meaning of the nearest announcement: the lead-in line, or else the heading.</summary>
    public HeadingMeaning Near => HasLead && (Lead.Topics | Lead.Tail) != 0 ? Lead : Here.Own;

    /// <summary>The level of the headings, from 1; 0 for other populations.</summary>
    public int Level => IsHeadings ? Population.Members[0].Scope!.Level : 0;
}

/// <summary>The sum of the evidence on a population.</summary>
/// <param name="Sum">Above 0 when the population is read.</param>
/// <param name="Evidence">What is present, with its weight times its strength; the heaviest first.</param>
internal sealed record Verdict(double Sum, ImmutableArray<(ReadingEvidence Evidence, double Weight)> Evidence)
{
    public bool IsRead => Sum > 0;
}

/// <summary>One piece of evidence for or against a population.</summary>
/// <param name="Name">Its name, as <c>dotnet kaizen read --explain</c> prints it.</param>
/// <param name="Weight">Positive: for improvements. A population whose weights add up to more than zero is read.</param>
/// <param name="Strength">From 0, absent, to 1.</param>
internal sealed record ReadingEvidence(string Name, double Weight, Func<Sight, double> Strength)
{
    /// <summary>Whether it is evidence on this population, and not part of the balance between all.</summary>
    public bool IsShown => Name is not ("base" or "headings" or "entries" or "rows" or "leads");

    private const SectionTopics Matter = SectionTopics.Context | SectionTopics.Remarks;

    public static ImmutableArray<ReadingEvidence> All { get; } =
    [
        new("base", -2.3, _ => 1),
        new("headings", -0.6, s => Is(s.IsHeadings)),
        new("entries", 0.2, s => Is(s.IsEntries)),
        new("rows", 0.7, s => Is(s.IsRows)),
        new("leads", -0.2, s => Is(s.IsLeads)),
        new("below an item", -3.7, s => Is(s.Here.IsBelowItem)),
        new("boxes", 4.6, s => s.Traits.Share(s.Traits.Boxed)),
        new("ids", 3.3, s => s.Traits.Share(s.Traits.Ids)),
        new("signs", 0.5, s => Math.Min(1, s.Traits.Share(s.Traits.Signs))),
        new("struck", 3, s => Math.Min(1, 2 * s.Traits.Share(s.Traits.Struck))),
        new("own ratings", 5.2, s => s.Traits.Share(s.Traits.Ratings)),
        new("own priorities", 1.2, s => s.Traits.Share(s.Traits.Priorities)),
        new("labels", -0.5, s => Unboxed(s) * Math.Min(1, s.Traits.Share(s.Traits.Labels))),
        new("bold", 2.2, s => Is(s.IsEntries) * s.Traits.Share(s.Traits.Bold)),
        new("verbs", 1.8, s => Unboxed(s) * s.Traits.Share(s.Traits.Verbs)),
        new("code", 0, s => Unboxed(s) * s.Traits.Share(s.Traits.Code)),
        new("links", -0.2, s => Unboxed(s) * s.Traits.Share(s.Traits.Links)),
        new("placeholders", -3, s => s.Traits.Share(s.Traits.Placeholders)),
        new("short", -0.7, s => Is(!s.IsHeadings) * Unboxed(s) * s.Traits.Share(s.Traits.Short)),
        new("nesting", -0.1, s => Is(s.IsEntries) * s.Traits.Share(s.Traits.Nesting)),
        new("ordinals in headings", 1.5, s => Is(s.IsHeadings) * s.Traits.Share(s.Traits.Ordinals)),
        new("ordered entries", -0.6, s => Is(s.IsEntries && s.Population.Members[0].Node is EntryNode { IsOrdered: true })),
        new("headings with prose", 0.3, s => s.Traits.Share(s.Traits.Prose)),
        new("headings with parts", 2.6, s => s.Traits.Share(s.Traits.Parts)),
        new("headings with boxes below", -1.8, s => s.Traits.Share(s.Traits.BoxesBelow)),
        new("headings with ids below", -3.5, s => s.Traits.Share(s.Traits.IdsBelow)),
        new("headings with tables of work below", -2.5, s => s.Traits.Share(s.Traits.TablesBelow)),
        new("headings with headings below", -0.1, s => s.Traits.Share(s.Traits.HeadingsBelow)),
        new("headings with lists", 0, s => s.Traits.Share(s.Traits.Lists)),
        new("group headings", -0.8, s => s.Traits.Share(s.Traits.Groups)),
        new("section words in headings", -1.7, s => s.Traits.Share(s.Traits.SectionWords)),
        new("headings with signs below", -0.3, s => s.Traits.Share(s.Traits.SignsBelow)),
        new("ordinals in leads", 2.2, s => Is(s.IsLeads) * s.Traits.Share(s.Traits.Ordinals)),
        new("bold labels", -0.9, s => Unboxed(s) * s.Traits.Share(s.Traits.BoldLabels)),
        new("section headings", -3, s => s.Traits.Share(s.Traits.Sections)),
        new("headings with only prose", 1.3, s => s.Traits.Share(s.Traits.OnlyProse)),
        new("empty headings", 0, s => s.Traits.Share(s.Traits.Empty)),
        new("level 1-2", -1.6, s => Is(s.IsHeadings && s.Level <= 2)),
        new("single", -0.5, s => Is(s.Traits.Count == 1 && s.Near.Topics == 0)),
        new("near status", 1, s => Is(s.Near.Status is not null)),
        new("near priority", 0.5, s => Is(s.Near.Priority is not null)),
        new("near horizon", 2.1, s => Has(s.Near, SectionTopics.Horizon)),
        new("near work", 1.6, s => Has(s.Near, SectionTopics.Work)),
        new("near work tail", 0.2, s => Tail(s.Near, SectionTopics.Work)),
        new("near matter", -2.5, s => Is(s.Near.IsContext)),
        new("near remarks", 0, s => Is(s.Near.IsWhole && (s.Near.Topics & SectionTopics.Remarks) != 0 && !s.Near.IsSection)),
        new("above remarks", -2.8, s => Is((s.Above.Topics & SectionTopics.Remarks) != 0)),
        new("entries near a status", 2.3, s => Is(!s.IsHeadings && s.Near.Status is not null)),
        new("entries near a priority", 1.9, s => Is(!s.IsHeadings && s.Near.Priority is not null)),
        new("boxes beside", -4, s => Is(s.Traits.Boxed == 0 && s.Here.HasBoxes && s.IsEntries)),
        new("headings with ids beside", -3.5, s => Is(s.Here.HasIdHeadings && !s.IsHeadings && s.Traits.Boxed == 0)),
        new("repeated steps below", 4, s => Is(s.IsHeadings && s.Population.HasSteps)),
        new("template", -8, s => Is(s.Here.Document.IsTemplate)),
        new("only section", 1.3, s => Is(s.Here.Document.IsBacklog && s.Here.IsTitle && !s.HasLead && (s.IsEntries || s.IsRows))),
        new("nested", -3.5, s => Is(s.Here.IsNested)),
        new("below an id", -12, s => Is(s.Here.IsBelowId)),
        new("near matter words", -0.8, s => Has(s.Near, Matter)),
        new("near matter tail", -1.4, s => Tail(s.Near, Matter & ~SectionTopics.Goals)),
        new("near part", -0.4, s => Has(s.Near, SectionTopics.Part)),
        new("lead-in part", -0.3, s => Is(s.HasLead) * Math.Max(Has(s.Lead, SectionTopics.Part), Tail(s.Lead, SectionTopics.Part))),
        new("near group", -0.3, s => Math.Max(Has(s.Near, SectionTopics.Group), Tail(s.Near, SectionTopics.Group))),
        new("other lead-in", 0, s => Is(s.HasLead && s.Lead.Topics == SectionTopics.None)),
        new("above status", 2.7, s => Is(s.Above.Status is not null)),
        new("above priority", 0.5, s => Is(s.Above.Priority is not null)),
        new("above horizon", 0, s => Has(s.Above, SectionTopics.Horizon)),
        new("above work", 0.3, s => Has(s.Above, SectionTopics.Work)),
        new("above work tail", 0, s => Tail(s.Above, SectionTopics.Work)),
        new("in an explanation", -3.4, s => Is(s.Here.IsExplained && !s.Near.IsContext)),
        new("above matter tail", -2.9, s => Tail(s.Above, Matter)),
        new("guide", -1.5, s => Is(s.Here.Document.IsGuide)),
        new("backlog", 1, s => Is(s.Here.Document.IsBacklog)),
        new("boxes elsewhere", -1.9, s => Is(s.Traits.Boxed == 0 && !s.IsRows) * s.Here.Document.BoxShare),
        new("boxes in an explanation", -8, s => s.Traits.Share(s.Traits.Boxed) * Is(s.Here.IsExplained)),
        new("ids in an explanation", -6, s => s.Traits.Share(s.Traits.Ids) * Is(s.Here.IsExplained)),
        new("boxes near criteria", -6, s => s.Traits.Share(s.Traits.Boxed) * Has(s.Near, SectionTopics.Criteria)),
        new("continued numbers", 5, s => Is(s.ContinuesNumbers)),
        new("leads with lists", -1.4, s => Is(s.IsLeads) * s.Traits.Share(s.Traits.Nesting)),
        new("near unknown", -1.5, s => Is(s.Near.Topics == 0 && s.Near.Tail == 0 && s.Above.Topics == 0 && s.Above.Tail == 0)),
        new("ids elsewhere", 0, s => Is(s.Here.Document.Ids >= 3 && s.Traits.Ids == 0)),
        new("title column", 0.7, s => Is(s.IsRows && s.Population.TitleColumn >= 0)),
        new("known title column", 0, s => Is(s.IsRows && s.Population.TitleColumn >= 0 && !s.Population.Columns[s.Population.TitleColumn].IsInferred)),
        new("status column", 0.9, s => Column(s, FieldKind.Status)),
        new("priority column", 0.7, s => Column(s, FieldKind.Priority)),
        new("rating column", 0.9, s => Math.Max(Column(s, FieldKind.Rating), Math.Max(Column(s, FieldKind.Hours), Column(s, FieldKind.Score)))),
        new("id column", 2.8, s => Column(s, FieldKind.Id)),
        new("owner or date column", 0.5, s => Math.Max(Column(s, FieldKind.Person), Column(s, FieldKind.Date))),
        new("unknown columns", -2, s => Unknown(s)),
        new("two columns", -0, s => Is(s.IsRows && s.Population.Columns.Count <= 2)),
        new("first column code", 0, s => FirstCode(s)),
    ];

    public static Verdict Weigh(Sight sight)
    {
        var present = new List<(ReadingEvidence Evidence, double Weight)>();
        var sum = 0d;
        foreach (var evidence in All)
        {
            var weight = evidence.Weight * evidence.Strength(sight);
            if (weight != 0)
            {
                present.Add((evidence, weight));
                sum += weight;
            }
        }

        present.Sort((first, second) => Math.Abs(second.Weight).CompareTo(Math.Abs(first.Weight)));
        return new Verdict(sum, [.. present]);
    }

    private static double Is(bool condition) => condition ? 1 : 0;

    private static double Unboxed(Sight sight) => 1 - sight.Traits.Share(sight.Traits.Boxed);

    private static double Has(HeadingMeaning meaning, SectionTopics topics) => Is((meaning.Topics & topics) != 0);

    private static double Tail(HeadingMeaning meaning, SectionTopics topics) => Is((meaning.Tail & topics) != 0);

    private static double Column(Sight sight, FieldKind kind) =>
        Is(sight.IsRows && sight.Population.Columns.Exists(column => column.Definition.Kind == kind));

    private static double Unknown(Sight sight) =>
        sight.IsRows && sight.Population.Columns.Count > 0
            ? sight.Population.Columns.Count(column => column.Label.Length == 0) / (double)sight.Population.Columns.Count
            : 0;

    private static double FirstCode(Sight sight)
    {
        if (!sight.IsRows || sight.Population.Table!.Rows.Count == 0)
        {
            return 0;
        }

        var rows = sight.Population.Table.Rows;
        return rows.Count(row => row.Count > 0 && sight.Population.Section.Slice(row[0]).StartsWith("`")) / (double)rows.Count;
    }
}

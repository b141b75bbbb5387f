namespace KaizenGate.Core.Reading;

/// <summary>The place of a population in the document.</summary>
/// <param name="Own">The meaning of the heading that the population is directly below.</param>
/// <param name="Above">The meanings of the headings further up, without the title of the document.</param>
/// <param name="IsBelowItem">Whether the heading, or one above it, is an improvement itself.</param>
/// <param name="IsBelowId">Whether such an improvement has an id.</param>
/// <param name="IsExplained">Whether the heading, or one above it, explains the document.</param>
/// <param name="IsBelowCertain">Whether the improvement above has an id, a check box, a number, a mark or fields of its own.</param>
/// <param name="IsTitle">Whether the heading is the title of a document that has no other heading.</param>
/// <param name="IsNested">Whether the population is below an entry that is not an improvement.</param>
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
    /// <summary>What the settings say about the nearest heading or lead-in line that they name; null for nothing.</summary>
    public SectionSetting? Setting { get; init; }

    /// <summary>The form that the settings give to all improvements; null to go by the evidence.</summary>
    public PartForm? Form { get; init; }

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
    public HeadingMeaning Near =>
        Here.IsBelowItem ? default
        : HasLead && (Lead.Topics | Lead.Tail) != 0 ? Lead
        : Here.Own;

    /// <summary>The level of the headings, from 1; 0 for other populations.</summary>
    public int Level => IsHeadings ? Population.Members[0].Scope!.Level : 0;
}

/// <summary>The sum of the evidence on a population.</summary>
/// <param name="Sum">Above 0 when the population is read.</param>
internal sealed record Verdict(Sight Sight, double Sum)
{
    public bool IsRead => Sum > 0;

    /// <summary>What is present, with its weight times its strength; the heaviest first.</summary>
    public ImmutableArray<(ReadingEvidence Evidence, double Weight)> Evidence =>
        [
            .. ReadingEvidence
                .All.Select(one => (Evidence: one, Weight: one.Weight * one.Strength(Sight)))
                .Where(one => one.Weight != 0)
                .OrderByDescending(one => Math.Abs(one.Weight)),
        ];
}

/// <summary>One piece of evidence for or against a population.</summary>
/// <param name="Name">What is present, as <c>dotnet kaizen read --explain</c> prints it.</param>
/// <param name="Weight">Positive: for improvements. A population whose weights add up to more than zero is read.</param>
/// <param name="Reason">Why it counts.</param>
/// <param name="Strength">From 0, absent, to 1.</param>
internal sealed record ReadingEvidence(string Name, double Weight, string Reason, Func<Sight, double> Strength)
{
    /// <summary>Whether it is evidence on this population, and not part of the balance between all.</summary>
    public bool IsShown => Name is not ("anything" or "headings" or "rows");

    private const SectionTopics Matter = SectionTopics.Context | SectionTopics.Remarks;

    public static ImmutableArray<ReadingEvidence> All { get; } =
    [
        // What the settings say.
        new(
            "a section that the settings list",
            30,
            "the settings decide",
            s => Is(s.Here.Setting is { IsIgnored: false } && !s.Here.IsNested && !s.Here.IsBelowItem)
        ),
        new(
            "a section that the settings ignore",
            -60,
            "the settings decide",
            s => Is(s.Here.Setting is { IsIgnored: true })
        ),
        new(
            "the form of the settings",
            8,
            "the settings decide",
            s => Is(s.Here.Form == s.Population.Form && !s.Here.IsBelowItem && !s.Here.IsExplained)
        ),
        new(
            "another form than that of the settings",
            -40,
            "the settings decide",
            s => Is(s.Here.Form is { } form && form != s.Population.Form)
        ),
        // Whatever it is.
        new("anything", -2.2, "most lists, tables and headings of a document hold something else", _ => 1),
        new("headings", -0.6, "most headings group something", s => Is(s.IsHeadings)),
        new("rows", 0.7, "tables are made for lists of work more often than lists are", s => Is(s.IsRows)),
        // What the members have.
        new(
            "check boxes",
            5.6,
            "a box is there to be ticked when the work is done",
            s => s.Traits.Share(s.Traits.Boxed)
        ),
        new("ids", 7, "only what is tracked gets an id", s => s.Traits.Share(s.Traits.Ids)),
        new(
            "fields for status, ratings or hours",
            5.2,
            "only work is rated and scheduled",
            s => s.Traits.Share(s.Traits.Ratings)
        ),
        new("other fields, such as an owner or a date", 4, "it is tracked", s => s.Traits.Share(s.Traits.OwnFields)),
        new(
            "a field for nothing but a priority",
            1.2,
            "rules and risks have a severity, too",
            s => s.Traits.Share(s.Traits.Priorities)
        ),
        new("signs of a status", 0.5, "they can be decoration", s => Math.Min(1, s.Traits.Share(s.Traits.Signs))),
        new(
            "text that is struck through",
            3,
            "what is done or dropped is struck through",
            s => Math.Min(1, 2 * s.Traits.Share(s.Traits.Struck))
        ),
        new(
            "bold text in front",
            2.2,
            "a title with a text after it",
            s => Is(s.IsEntries) * s.Traits.Share(s.Traits.Bold)
        ),
        new(
            "bold labels in front",
            -0.9,
            "parts of a description have labels",
            s => Unboxed(s) * s.Traits.Share(s.Traits.BoldLabels)
        ),
        new(
            "labels in front",
            -0.5,
            "\"Label: value\" describes something",
            s => Unboxed(s) * Math.Min(1, s.Traits.Share(s.Traits.Labels))
        ),
        new(
            "verbs in front",
            1.8,
            "a request begins with what to do",
            s => Unboxed(s) * s.Traits.Share(s.Traits.Verbs)
        ),
        new(
            "one or two words",
            -0.7,
            "names of things are short",
            s => Is(!s.IsHeadings) * Unboxed(s) * s.Traits.Share(s.Traits.Short)
        ),
        new("placeholders", -3, "a template has to be filled in first", s => s.Traits.Share(s.Traits.Placeholders)),
        new("only one", -0.5, "a single one proves little", s => Is(s.Traits.Count == 1 && s.Near.Topics == 0)),
        new(
            "numbers in a list",
            -0.6,
            "steps are numbered",
            s => Is(s.IsEntries && s.Population.Members[0].Node is EntryNode { IsOrdered: true })
        ),
        new(
            "numbers that go on in the next section",
            5,
            "who counts over sections counts improvements",
            s => Is(s.ContinuesNumbers)
        ),
        new(
            "numbers in headings",
            1.5,
            "numbered headings list something",
            s => Is(s.IsHeadings) * s.Traits.Share(s.Traits.Ordinals)
        ),
        new(
            "numbers or letters in bold paragraphs",
            2.2,
            "numbered paragraphs list something",
            s => Is(s.IsLeads) * s.Traits.Share(s.Traits.Ordinals)
        ),
        new(
            "bold paragraphs above lists",
            -1.4,
            "the paragraph names the list",
            s => Is(s.IsLeads) * s.Traits.Share(s.Traits.Nesting)
        ),
        // What is below headings.
        new("only paragraphs below", 1.3, "a title with its description", s => s.Traits.Share(s.Traits.OnlyProse)),
        new("a paragraph first", 0.3, "the description of a title", s => s.Traits.Share(s.Traits.Prose)),
        new(
            "parts such as a problem or a solution below",
            2.6,
            "only improvements have such parts",
            s => s.Traits.Share(s.Traits.Parts)
        ),
        new("check boxes below", -1.8, "the boxes may be the improvements", s => s.Traits.Share(s.Traits.BoxesBelow)),
        new("ids below", -3.5, "what has ids is the improvement", s => s.Traits.Share(s.Traits.IdsBelow)),
        new("tables of work below", -2.5, "the rows are the improvements", s => s.Traits.Share(s.Traits.TablesBelow)),
        new(
            "numbered bold paragraphs below",
            -2.5,
            "the paragraphs are the improvements",
            s => s.Traits.Share(s.Traits.NumberedLeadsBelow)
        ),
        new(
            "lists with signs of a status below",
            -0.3,
            "the entries are what has a status",
            s => s.Traits.Share(s.Traits.SignsBelow)
        ),
        new(
            "the same first entry below several",
            4,
            "a method that each improvement goes through",
            s => Is(s.IsHeadings && s.Population.HasSteps)
        ),
        new(
            "headings without lists in a closed section",
            2.5,
            "the closed work itself",
            s =>
                Is(
                    s.IsHeadings
                        && s.Near.Status is Status.Done or Status.Deferred or Status.Rejected
                        && s.Traits is { Lists: 0, HeadingsBelow: 0, Groups: 0, BoxesBelow: 0, TablesBelow: 0 }
                )
        ),
        new("words for a group, such as a phase", -0.8, "a group holds the work", s => s.Traits.Share(s.Traits.Groups)),
        new("words for a section in front", -3, "a section holds the work", s => s.Traits.Share(s.Traits.Sections)),
        new("words for a section at the edge", -1.7, "it may be a section", s => s.Traits.Share(s.Traits.SectionWords)),
        new("a heading at the top", -1.6, "the top divides the document", s => Is(s.IsHeadings && s.Level <= 2)),
        // What is above.
        new("a section with a status", 1, "its content has that status", s => Is(s.Near.Status is not null)),
        new(
            "entries or rows directly in a section with a status",
            2.3,
            "a section with a status lists work",
            s => Is(!s.IsHeadings && s.Near.Status is not null)
        ),
        new(
            "a section with a status further up",
            2.7,
            "the same, with groups in between",
            s => Is(s.Above.Status is not null)
        ),
        new("a section with a priority", 0.5, "its content has that priority", s => Is(s.Near.Priority is not null)),
        new(
            "entries or rows directly in a section with a priority",
            1.9,
            "a section with a priority lists work",
            s => Is(!s.IsHeadings && s.Near.Priority is not null)
        ),
        new(
            "a section with a priority further up",
            0.5,
            "the same, with groups in between",
            s => Is(s.Above.Priority is not null)
        ),
        new(
            "a section with a time or an order",
            2.1,
            "work is planned for a time",
            s => Has(s.Near, SectionTopics.Horizon)
        ),
        new("a section of work", 1.6, "the words of the section say so", s => Has(s.Near, SectionTopics.Work)),
        new(
            "a section of work further up",
            0.3,
            "the same, with groups in between",
            s => Has(s.Above, SectionTopics.Work)
        ),
        new(
            "a section that explains",
            -2.5,
            "legends, criteria, statistics, contents and guides explain",
            s => Is(s.Near.IsContext)
        ),
        new(
            "somewhere in an explanation",
            -3.4,
            "what is below an explanation belongs to it",
            s => Is(s.Here.IsExplained && !s.Near.IsContext)
        ),
        new(
            "check boxes in an explanation",
            -8,
            "they are examples or criteria",
            s => s.Traits.Share(s.Traits.Boxed) * Is(s.Here.IsExplained)
        ),
        new(
            "ids in an explanation",
            -6,
            "they are examples",
            s => s.Traits.Share(s.Traits.Ids) * Is(s.Here.IsExplained)
        ),
        new(
            "check boxes that are criteria",
            -6,
            "criteria are checked, not done",
            s => s.Traits.Share(s.Traits.Boxed) * Has(s.Near, SectionTopics.Criteria)
        ),
        new("some words of an explanation", -0.8, "they may explain", s => Has(s.Near, Matter)),
        new(
            "words of an explanation at the edge",
            -1.4,
            "the section may explain",
            s => Tail(s.Near, Matter & ~SectionTopics.Goals)
        ),
        new("words of an explanation further up", -2.9, "the section may explain", s => Tail(s.Above, Matter)),
        new(
            "notes, goals or the like further up",
            -2.8,
            "remarks surround improvements",
            s => Is((s.Above.Topics & SectionTopics.Remarks) != 0)
        ),
        new("a part of an improvement", -0.4, "such as steps or benefits", s => Has(s.Near, SectionTopics.Part)),
        new(
            "nothing known above",
            -1.5,
            "nothing says that it is work",
            s => Is(s.Near.Topics == 0 && s.Near.Tail == 0 && s.Above.Topics == 0 && s.Above.Tail == 0)
        ),
        new("below an improvement", -3.7, "what is below it describes it", s => Is(s.Here.IsBelowItem)),
        new("below an improvement with an id", -12, "all that is below it belongs to it", s => Is(s.Here.IsBelowId)),
        new(
            "check boxes below an improvement",
            -6,
            "they are its steps",
            s => Is(s.Here.IsBelowItem) * s.Traits.Share(s.Traits.Boxed)
        ),
        new(
            "below an entry that is not an improvement",
            -3.5,
            "details of that entry",
            s => Is(s.Here.IsNested && !(s.IsRows && IsBacklogTable(s.Population))) * Unboxed(s)
        ),
        // What else is in the section and in the document.
        new(
            "check boxes in another list of the section",
            -4,
            "what has boxes is the improvement",
            s => Is(s.Traits.Boxed == 0 && s.Here.HasBoxes && s.IsEntries)
        ),
        new(
            "headings with ids in the section",
            -3.5,
            "what has ids is the improvement",
            s => Is(s.Here.HasIdHeadings && s.IsEntries && s.Traits.Boxed == 0)
        ),
        new(
            "check boxes in most other lists",
            -1.9,
            "the document ticks its work",
            s => Is(s.Traits.Boxed == 0 && !s.IsRows) * s.Here.Document.BoxShare
        ),
        new(
            "the only list of a backlog",
            1.3,
            "what else would it list",
            s => Is(s.Here.Document.IsBacklog && s.Here.IsTitle && !s.HasLead && (s.IsEntries || s.IsRows))
        ),
        new("a title or a file name of a backlog", 1, "the document is for work", s => Is(s.Here.Document.IsBacklog)),
        new("a title of a guide", -1.5, "the document explains", s => Is(s.Here.Document.IsGuide)),
        new("a title of a template", -8, "a template has to be filled in first", s => Is(s.Here.Document.IsTemplate)),
        // What the columns of a table say.
        new("a title", 0.7, "every improvement has one", s => Is(s.IsRows && s.Population.TitleColumn >= 0)),
        new(
            "a known title and a status, a priority or ratings",
            2.4,
            "a list of work has these columns",
            s => Is(s.IsRows && IsBacklogTable(s.Population)) * (1 - Unknown(s))
        ),
        new(
            "a known title and a priority or ratings",
            1.6,
            "comparisons have no ratings",
            s =>
                Is(
                    s.IsRows
                        && IsBacklogTable(s.Population)
                        && s.Population.Columns.Exists(column =>
                            column.Definition.Kind is FieldKind.Rating or FieldKind.Score or FieldKind.Priority
                        )
                )
        ),
        new(
            "a status",
            0.9,
            "work has a status",
            s =>
                Math.Max(
                    Column(s, FieldKind.Status),
                    Is(s.IsRows && s.Population.Columns.Exists(column => column.Definition == FieldCatalog.Completed))
                )
        ),
        new("a priority", 0.7, "work has a priority", s => Column(s, FieldKind.Priority)),
        new(
            "ratings, scores or hours",
            0.9,
            "work is rated",
            s => Math.Max(Column(s, FieldKind.Rating), Math.Max(Column(s, FieldKind.Hours), Column(s, FieldKind.Score)))
        ),
        new("ids or numbers", 2.8, "work is numbered", s => Column(s, FieldKind.Id)),
        new(
            "owners or dates",
            0.5,
            "work is assigned and dated",
            s => Math.Max(Column(s, FieldKind.Person), Column(s, FieldKind.Date))
        ),
        new("unknown columns", -3, "it may be a table of anything", s => Unknown(s)),
    ];

    public static Verdict Weigh(Sight sight)
    {
        var sum = 0d;
        foreach (var evidence in All)
        {
            sum += evidence.Weight * evidence.Strength(sight);
        }

        return new Verdict(sight, sum);
    }

    private static double Is(bool condition) => condition ? 1 : 0;

    private static double Unboxed(Sight sight) => 1 - sight.Traits.Share(sight.Traits.Boxed);

    private static double Has(HeadingMeaning meaning, SectionTopics topics) => Is((meaning.Topics & topics) != 0);

    private static double Tail(HeadingMeaning meaning, SectionTopics topics) => Is((meaning.Tail & topics) != 0);

    private static double Column(Sight sight, FieldKind kind) =>
        Is(sight.IsRows && sight.Population.Columns.Exists(column => column.Definition.Kind == kind));

    private static double Unknown(Sight sight) =>
        sight.IsRows && sight.Population.Columns.Count > 0
            ? sight.Population.Columns.Count(column => column.Label.Length == 0)
                / (double)sight.Population.Columns.Count
            : 0;

    /// <summary>Whether a table has a known title column and one that only lists of work have.</summary>
    private static bool IsBacklogTable(Population population) =>
        population.TitleColumn >= 0
        && !population.Columns[population.TitleColumn].IsInferred
        && population.Columns.Exists(column =>
            column.Definition.MarksImprovements || column.Definition == FieldCatalog.Completed
        );
}

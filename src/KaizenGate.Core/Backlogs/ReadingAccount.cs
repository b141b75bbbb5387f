namespace KaizenGate.Core.Backlogs;

/// <summary>What a part of the document was read as.</summary>
internal enum ReadAs
{
    Improvement,

    /// <summary>A field, a step or a note of an improvement.</summary>
    Part,

    /// <summary>A heading or lead-in line that groups improvements.</summary>
    Section,

    /// <summary>It explains the document: a legend, statistics, criteria, contents, a template.</summary>
    Context,

    /// <summary>It may be an improvement, but the reader cannot tell.</summary>
    Unread,
}

/// <summary>How a part of the document is written.</summary>
internal enum PartForm
{
    Heading,
    Entry,
    Row,

    /// <summary>A paragraph that begins with bold text or with a check box.</summary>
    Lead,
}

/// <summary>A part of the document and what it was read as.</summary>
/// <param name="Span">The part's text, without its marker.</param>
/// <param name="Reason">Why, as a clause without a period.</param>
internal sealed record ReadPart(PartForm Form, SourceSpan Span, ReadAs As, string Reason);

/// <summary>Parts with one reason for which none of them was read.</summary>
/// <param name="Span">The first of them.</param>
/// <param name="Lines">The line of each, from 1, in order.</param>
/// <param name="Reason">Why, as a clause without a period: <c>the box "[wip]" is not known</c>.</param>
/// <param name="Setting">What to add to the <c>reading</c> settings to read them, as JSON members: <c>"boxes": { "wip": "inProgress" }</c>.</param>
internal sealed record UnreadParts(SourceSpan Span, ImmutableArray<int> Lines, string Reason, string Setting);

/// <summary>What the reader took the parts of a document for.</summary>
internal sealed record ReadingAccount
{
    public static ReadingAccount Empty { get; } = new();

    /// <summary>How many parts are improvements. One that is listed twice counts twice.</summary>
    public int Read { get; init; }

    /// <summary>What may be improvements but was not read, in the order of the text.</summary>
    public ImmutableArray<UnreadParts> Unread { get; init; } = [];

    /// <summary>How many parts are unread.</summary>
    public int UnreadCount => Unread.Sum(parts => parts.Lines.Length);

    /// <summary>How many parts are improvements or may be.</summary>
    public int Total => Read + UnreadCount;

    /// <summary>The unread parts with the most frequent reason, the first of several; null when nothing is unread.</summary>
    public UnreadParts? MostFrequent => Unread.MaxBy(parts => parts.Lines.Length);

    /// <summary>Every part in the order of the text; empty unless <c>ReadingOptions.KeepsParts</c> is set.</summary>
    public ImmutableArray<ReadPart> Parts { get; init; } = [];
}

namespace KaizenGate.Core.Reporting;

/// <summary>What the parts of backlogs were read as, for <c>read</c>.</summary>
internal sealed record ReadingReport(string ToolVersion, ImmutableArray<AnnotatedBacklog> Backlogs);

/// <summary>A backlog with its text, read with <c>ReadingOptions.KeepsParts</c>.</summary>
/// <param name="Backlog">The backlog.</param>
/// <param name="Text">The text that the spans of its parts are in.</param>
internal sealed record AnnotatedBacklog(Backlog Backlog, string Text)
{
    private readonly Dictionary<int, Status> statuses = StatusesOf(Backlog);

    public IEnumerable<AnnotatedPart> Parts =>
        Backlog.Account.Parts.Select(part => new AnnotatedPart(
            part,
            Text.Substring(part.Span.Offset, part.Span.Length),
            part.As is ReadAs.Improvement && statuses.TryGetValue(part.Span.Line, out var status) ? status : null
        ));

    /// <summary>The statuses of the improvements by line; a line has at most one.</summary>
    private static Dictionary<int, Status> StatusesOf(Backlog backlog)
    {
        var statuses = new Dictionary<int, Status>();
        foreach (var item in backlog.Improvements)
        {
            foreach (var place in item.OtherPlaces.Prepend(item.Span))
            {
                statuses.TryAdd(place.Line, item.Status);
            }
        }

        return statuses;
    }
}

/// <summary>A part of a backlog.</summary>
/// <param name="Part">The part.</param>
/// <param name="Text">Its text as written.</param>
/// <param name="Status">The status of an improvement; null for other parts.</param>
internal sealed record AnnotatedPart(ReadPart Part, string Text, Status? Status);

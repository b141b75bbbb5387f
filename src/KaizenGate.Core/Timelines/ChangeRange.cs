namespace KaizenGate.Core.Timelines;

/// <summary>The difference that a change makes to the figures. Items that are removed after they were closed stay counted.</summary>
/// <param name="Open">Neither done nor rejected.</param>
/// <param name="Identified">Ever captured, without rejected ones.</param>
/// <param name="Executed">Ever completed.</param>
internal readonly record struct FiguresDelta(int Open, int Identified, int Executed)
{
    public static FiguresDelta operator +(FiguresDelta one, FiguresDelta other) =>
        new(one.Open + other.Open, one.Identified + other.Identified, one.Executed + other.Executed);

    public static FiguresDelta operator -(FiguresDelta one, FiguresDelta other) =>
        new(one.Open - other.Open, one.Identified - other.Identified, one.Executed - other.Executed);
}

/// <summary>A change, such as a pull request or the staged changes, to one backlog.</summary>
internal sealed record ChangeRange
{
    /// <summary>For reports: "since main", "in the staged changes".</summary>
    public required string Description { get; init; }

    /// <summary>The keys of the captured improvements.</summary>
    public ImmutableHashSet<string> Captured { get; init; } = [];

    /// <summary>The keys of the added and changed improvements, including the captured ones.</summary>
    public ImmutableHashSet<string> Changed { get; init; } = [];

    /// <summary>The keys of the improvements that were captured before and have more sightings now.</summary>
    public ImmutableHashSet<string> Sighted { get; init; } = [];

    public FiguresDelta Delta { get; init; }

    /// <summary>The keys of the improvements that are done now and were not before.</summary>
    public ImmutableHashSet<string> Completed { get; init; } = [];

    /// <summary>The keys of the improvements that are rejected now and were not before.</summary>
    public ImmutableHashSet<string> Rejected { get; init; } = [];

    /// <summary>The number of improvements that were removed while open.</summary>
    public int Dropped { get; init; }

    /// <summary>The number of open improvements that came from another backlog.</summary>
    public int MovedIn { get; init; }

    /// <summary>The number of improvements captured in all backlogs of the run.</summary>
    public int CapturedInAll { get; init; }

    /// <summary>The number of improvements seen again in all backlogs of the run; see <see cref="Sighted"/>.</summary>
    public int SightedInAll { get; init; }

    /// <summary>The number of unread entries in all backlogs of the run.</summary>
    public int UnreadInAll { get; init; }

    /// <summary>The texts in the trailers <c>Kaizen: none (reason)</c> of its commits, the newest first.</summary>
    public ImmutableArray<string> NoCaptureReasons { get; init; } = [];

    /// <summary>The texts in the trailers <c>Kaizen: more (reason)</c> of its commits, the newest first.</summary>
    public ImmutableArray<string> InflowReasons { get; init; } = [];

    /// <summary>By how many the change increases the open improvements; those from another backlog do not count.</summary>
    public int Net => Delta.Open - MovedIn;

    /// <summary>Whether its commit has no message yet, which may have such a trailer.</summary>
    public bool HasNoMessage { get; init; }

    /// <summary>Whether this is the first backlog of the run, which gets the findings about the change as a whole.</summary>
    public bool IsFirst { get; init; } = true;
}

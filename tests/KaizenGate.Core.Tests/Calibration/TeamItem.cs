namespace KaizenGate.Core.Tests.Calibration;

internal enum TeamItemState
{
    Waiting,
    Underway,
    Done,
    Rejected,
    Deferred,
}

/// <summary>An improvement of a simulated team.</summary>
internal sealed class TeamItem
{
    private static readonly string[] Verbs =
    [
        "Shorten",
        "Cache",
        "Split",
        "Document",
        "Measure",
        "Automate",
        "Pin",
        "Retry",
        "Lint",
        "Name",
        "Merge",
        "Rename",
        "Log",
    ];

    private static readonly string[] Things =
    [
        "the smoke test",
        "restored packages",
        "the release steps",
        "slow queries",
        "shell scripts",
        "base images",
        "the review",
        "failing checks",
        "nightly builds",
        "the upload",
        "old flags",
    ];

    private static readonly string[] Places =
    [
        "of billing",
        "in search",
        "for mobile",
        "at the gateway",
        "of the importer",
        "in the portal",
        "for partners",
    ];

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>3 to 9.</summary>
    public required int Impact { get; init; }

    /// <summary>2 to 8: a larger one would be split.</summary>
    public required int Effort { get; init; }

    public required DateOnly Captured { get; init; }

    public int Score => Impact * (11 - Effort);

    public TeamItemState State { get; private set; }

    /// <summary>Whether others see that it was taken up.</summary>
    public bool IsMarked { get; private set; }

    public DateOnly? Started { get; private set; }

    public DateOnly? Closed { get; private set; }

    public DateOnly? ReviewOn { get; private set; }

    public bool IsWaiting => State is TeamItemState.Waiting;

    public static TeamItem Next(Random random, string id, int number, DateOnly day) =>
        new()
        {
            Id = id,
            Title =
                $"{Verbs[number % Verbs.Length]} {Things[number % Things.Length]} {Places[number / 3 % Places.Length]}",
            Impact = random.Next(3, 10),
            Effort = random.Next(2, 9),
            Captured = day,
        };

    public bool IsDue(DateOnly day) => State is TeamItemState.Deferred && ReviewOn <= day;

    /// <summary>Days since it was closed; null while it is open.</summary>
    public int? ClosedFor(DateOnly day) => day.DayNumber - Closed?.DayNumber;

    public void Start(DateOnly day, bool isMarked) =>
        (State, Started, IsMarked) = (TeamItemState.Underway, day, isMarked);

    public void Close(TeamItemState state, DateOnly day) => (State, Closed) = (state, day);

    public void Defer(DateOnly day, DateOnly until) =>
        (State, Started, ReviewOn) = (TeamItemState.Deferred, day, until);

    public void Reopen() => (State, Started, ReviewOn) = (TeamItemState.Waiting, null, null);
}

namespace KaizenGate.Core.History;

/// <summary>One improvement through all its revisions, titles, ids and files.</summary>
internal sealed class Identity
{
    /// <summary>Its place among all identities of the ledger, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The key of its events, alone in its backlog: the first key that it had, with a number where that is taken.</summary>
    public required string Key { get; set; }

    /// <summary>The number of the backlog that it is in, or was in last.</summary>
    public required int Home { get; set; }

    /// <summary>What was written about it last.</summary>
    public required ItemState Last { get; set; }

    public bool IsPresent { get; set; } = true;

    /// <summary>The last day on which its text changed.</summary>
    public DateOnly Touched { get; set; }

    /// <summary>The day of its capture; null when that is not known.</summary>
    public DateOnly? CapturedOn { get; set; }

    /// <summary>The day of its last reopening; null for never.</summary>
    public DateOnly? ReopenedOn { get; set; }

    /// <summary>Whether it was started since it was captured or last taken up again after it was closed.</summary>
    public bool IsStarted { get; set; }

    /// <summary>The ratings of its last scoring; null before the first.</summary>
    public Ratings? Ratings { get; set; }

    /// <summary>The day before which nothing that is still to come can have happened.</summary>
    public DateOnly? NotBefore => ReopenedOn > CapturedOn || CapturedOn is null ? ReopenedOn : CapturedOn;
}

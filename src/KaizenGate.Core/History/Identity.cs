using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>The score of an improvement and what it is computed from.</summary>
internal readonly record struct Ratings(double? Impact, double? Effort, double? Score);

/// <summary>One improvement across all its revisions, titles, ids and files.</summary>
internal sealed class Identity
{
    /// <summary>The position among all identities of the event log, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The key of its events, unique in its backlog: its first key, with a number if that is taken.</summary>
    public required string Key { get; set; }

    /// <summary>The number of the backlog that contains it, or contained it last.</summary>
    public required int Backlog { get; set; }

    /// <summary>Its latest state.</summary>
    public required ItemState Last { get; set; }

    public bool IsPresent { get; set; } = true;

    /// <summary>The last day on which its text changed.</summary>
    public DateOnly Touched { get; set; }

    /// <summary>The day of its capture; null when unknown.</summary>
    public DateOnly? CapturedOn { get; set; }

    /// <summary>The capture date in the file when it was ignored; null otherwise.</summary>
    public DateOnly? BackdatedTo { get; init; }

    /// <summary>Its ignored capture date; null when it was used or is not written.</summary>
    public BackdatedCapture? Backdated =>
        BackdatedTo is { } stated && CapturedOn is { } captured ? new(Key, stated, captured) : null;

    /// <summary>The day of its last reopening; null for never.</summary>
    public DateOnly? ReopenedOn { get; set; }

    /// <summary>Whether it was started since its capture, or since its last reopening after it was closed.</summary>
    public bool IsStarted { get; set; }

    /// <summary>The ratings of its last scoring; null before the first.</summary>
    public Ratings? Ratings { get; set; }

    /// <summary>The earliest possible day of its next event; null when unknown.</summary>
    public DateOnly? NotBefore => ReopenedOn > CapturedOn || CapturedOn is null ? ReopenedOn : CapturedOn;
}

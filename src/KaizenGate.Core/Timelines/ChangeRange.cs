using System.Collections.Immutable;

namespace KaizenGate.Core.Timelines;

/// <summary>What a change, such as a pull request or what is staged for a commit, did to one backlog.</summary>
internal sealed record ChangeRange
{
    /// <summary>The change in words: "since main", "in the staged changes".</summary>
    public required string Description { get; init; }

    /// <summary>The keys of the improvements that it captured.</summary>
    public ImmutableHashSet<string> Captured { get; init; } = [];

    /// <summary>The keys of the improvements that it added or changed; those captured are among them.</summary>
    public ImmutableHashSet<string> Changed { get; init; } = [];

    /// <summary>By how much it moves what is counted of this backlog.</summary>
    public FiguresDelta Shift { get; init; }

    /// <summary>How many improvements it captured in all backlogs of the run together.</summary>
    public int CapturedInAll { get; init; }

    /// <summary>The reason in a trailer <c>Kaizen: none (reason)</c> of one of its commits; null when none has one.</summary>
    public string? NoCaptureReason { get; init; }

    /// <summary>Whether this is the first backlog of the run: what concerns the change as a whole is said there, once.</summary>
    public bool IsFirst { get; init; } = true;
}

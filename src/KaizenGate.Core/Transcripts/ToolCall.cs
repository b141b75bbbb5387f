namespace KaizenGate.Core.Transcripts;

/// <summary>One call of a tool by an agent.</summary>
internal sealed record ToolCall
{
    /// <summary>The longest command that is kept, in UTF-16 units; the rest is cut.</summary>
    public const int LongestCommand = 4096;

    /// <summary>The id that the host gave it; unique among all transcripts of a host.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the tool: <c>Bash</c>.</summary>
    public required string Tool { get; init; }

    public ToolAction Action { get; init; }

    /// <summary>The command as typed; null unless it runs one. It can contain secrets: print only <see cref="CommandName"/>.</summary>
    public string? Command { get; init; }

    /// <summary>The path of the file that it reads or changes, as given; null for none.</summary>
    public string? File { get; init; }

    public DateTimeOffset? Start { get; init; }

    /// <summary>The time until the result; null without one, or when it is unknown.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether the host measured the duration: else it contains the time in which a person was asked to allow the call.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>Whether its result is known: an agent can be stopped before, and the last lines of a transcript can be missing.</summary>
    public bool HasResult { get; init; }

    /// <summary>Why it failed; null when it succeeded or has no result.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>Whether it runs on while the agent continues.</summary>
    public bool IsInBackground { get; init; }

    public bool Failed => Failure is not null;
}

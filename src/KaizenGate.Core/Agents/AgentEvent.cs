namespace KaizenGate.Core.Agents;

internal enum AgentEventKind
{
    /// <summary>A session begins, continues, or lost its context.</summary>
    Start,

    /// <summary>The agent has finished a turn. Hosts send this many times in a session.</summary>
    Stop,

    Other,
}

/// <summary>What a host reports to the hook, in the same terms for all hosts.</summary>
/// <param name="Host">The host, as its payload shows.</param>
/// <param name="Kind">What happened.</param>
internal sealed record AgentEvent(AgentHost Host, AgentEventKind Kind)
{
    /// <summary>The id of the session; null when the payload has none.</summary>
    public string? Session { get; init; }

    /// <summary>Why a session starts: <c>startup</c>, <c>resume</c>, <c>compact</c>, <c>clear</c>, <c>new</c>; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>The file with the transcript, as the payload names it; null when it names none.</summary>
    public string? TranscriptPath { get; init; }

    /// <summary>The working folder of the agent, as the payload names it; null when it names none.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the host names fields in camel case, as only Copilot CLI does.</summary>
    public bool IsCamelCase { get; init; }

    /// <summary>Whether it is about an agent that works for another one.</summary>
    public bool IsOfSubAgent { get; init; }

    /// <summary>Whether the agent waits for something that still runs.</summary>
    public bool HasBackgroundWork { get; init; }

    /// <summary>Whether the turn did not end by itself: the user or an error stopped it.</summary>
    public bool IsAborted { get; init; }

    /// <summary>Whether the host says that a hook already continued this turn. False says nothing: hosts do not set it reliably.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Whether <c>agent doctor</c> sent it.</summary>
    public bool IsProbe { get; init; }
}

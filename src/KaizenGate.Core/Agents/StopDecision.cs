namespace KaizenGate.Core.Agents;

/// <summary>Why the hook has nothing to say.</summary>
internal enum Silence
{
    /// <summary>Neither the start of a session nor the end of a turn.</summary>
    OtherEvent,

    /// <summary>The session got the same context before.</summary>
    AlreadyTold,

    /// <summary>The payload has no session, so a second request could not be prevented.</summary>
    NoSession,

    /// <summary>An agent that works for another one ended.</summary>
    SubAgent,

    /// <summary>The user or an error stopped the turn.</summary>
    Aborted,

    /// <summary>The agent waits for work in the background.</summary>
    BackgroundWork,

    /// <summary>Another hook already continued this turn.</summary>
    Continued,

    /// <summary>The session was asked before.</summary>
    AlreadyAsked,

    /// <summary>The start of the session in this working tree was not seen, so what it changed is unknown.</summary>
    StartNotSeen,

    /// <summary>A reason was recorded with <c>agent session --none</c>.</summary>
    ReasonRecorded,

    /// <summary>An improvement was captured, seen again or completed.</summary>
    Captured,

    /// <summary>A commit has a trailer <c>Kaizen: none (reason)</c>.</summary>
    ReasonInCommit,

    /// <summary>Nothing was changed except for backlogs and Markdown.</summary>
    NothingChanged,
}

/// <summary>What decides whether to ask at the end of a turn.</summary>
/// <param name="Event">The end of the turn.</param>
/// <param name="Session">What is known of the session; null when its start was not seen.</param>
/// <param name="Delta">What it did with the backlogs since its start.</param>
/// <param name="Work">Returns what it did with the other files; called only when nothing else decides, because it asks git.</param>
internal sealed record StopFacts(AgentEvent Event, SessionState? Session, BacklogDelta Delta, Func<WorkChange> Work);

/// <summary>Decides whether to ask a session for improvements.</summary>
internal static class StopDecision
{
    /// <summary>Returns why the session is not asked; null to ask it.</summary>
    public static Silence? Of(StopFacts facts) =>
        BeforeFiles(facts.Event) is { } early ? early
        : facts.Session is { AskedAt: not null } ? Silence.AlreadyAsked
        : facts.Session is not { Work: not null, Backlog: not null } ? Silence.StartNotSeen
        : facts.Session is { None: not null } ? Silence.ReasonRecorded
        : !facts.Delta.IsNone ? Silence.Captured
        : facts.Work() is var work && work.Reason is not null ? Silence.ReasonInCommit
        : work.HasChanged ? null
        : Silence.NothingChanged;

    /// <summary>Returns why the payload alone forbids asking; null when it does not.</summary>
    public static Silence? BeforeFiles(AgentEvent stop) =>
        stop switch
        {
            { IsOfSubAgent: true } => Silence.SubAgent,
            { Session: null } => Silence.NoSession,
            { IsAborted: true } => Silence.Aborted,
            { HasBackgroundWork: true } => Silence.BackgroundWork,
            { IsContinued: true } => Silence.Continued,
            _ => null,
        };
}

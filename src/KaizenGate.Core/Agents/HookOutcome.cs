namespace KaizenGate.Core.Agents;

/// <summary>What the hook did.</summary>
internal enum HookOutcome
{
    /// <summary>It gave context to a session.</summary>
    Told,

    /// <summary>It asked a session for improvements.</summary>
    Asked,

    /// <summary>It had nothing to say; see <see cref="Silence"/>.</summary>
    Silent,

    /// <summary>The session recorded why there is nothing to capture.</summary>
    Answered,

    /// <summary>Something went wrong, so it let the session go on.</summary>
    Failed,
}

namespace KaizenGate.Core.Transcripts;

/// <summary>Why a call of a tool failed.</summary>
internal enum FailureKind
{
    Other,

    /// <summary>The command ran for longer than its limit.</summary>
    TimedOut,

    /// <summary>The text to replace is not in the file, or is there more than once.</summary>
    TextNotFound,

    /// <summary>The agent has to read the file before it may change it, or it changed meanwhile.</summary>
    FileNotRead,

    NoSuchFile,

    CommandNotFound,

    /// <summary>The operating system denied access.</summary>
    AccessDenied,

    /// <summary>A person, a setting or a hook did not allow the call.</summary>
    Refused,

    /// <summary>A person interrupted it, or the host cancelled it because of another call.</summary>
    Interrupted,
}

namespace KaizenGate.Core.Transcripts;

/// <summary>What slowed an agent down.</summary>
internal enum FrictionKind
{
    /// <summary>A command failed again although nothing was changed, or although it does not check the work.</summary>
    Fails,

    /// <summary>A command failed, and passed after another command.</summary>
    Repaired,

    /// <summary>A command took over a minute.</summary>
    Waits,

    /// <summary>A command ran for longer than its limit.</summary>
    TimesOut,

    /// <summary>A command was not allowed.</summary>
    Refused,

    /// <summary>The text to replace was not found in a file.</summary>
    EditMisses,

    /// <summary>A file was read again and again.</summary>
    Rereads,
}

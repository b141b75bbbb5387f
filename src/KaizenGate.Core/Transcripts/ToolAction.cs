namespace KaizenGate.Core.Transcripts;

/// <summary>What a call of a tool does.</summary>
internal enum ToolAction
{
    Other,

    /// <summary>It runs a command.</summary>
    Run,

    /// <summary>It changes a file.</summary>
    Edit,

    /// <summary>It reads a file.</summary>
    Read,
}

namespace KaizenGate.Core.Transcripts;

/// <summary>What was read of one transcript.</summary>
internal sealed record Transcript
{
    /// <summary>The session that it belongs to; that of a sub-agent is the session that started it. Null when no line names it.</summary>
    public string? Session { get; init; }

    /// <summary>The folder in which the session began, as written; null when no line names it.</summary>
    public string? Folder { get; init; }

    /// <summary>The calls of tools in the order in which they began, each once.</summary>
    public ImmutableArray<ToolCall> Calls { get; init; } = [];

    /// <summary>The number of lines that are not JSON, too long, or have a shape that is not known.</summary>
    public int UnknownLines { get; init; }

    /// <summary>Whether reading stopped because the transcript is of another folder.</summary>
    public bool IsOther { get; init; }

    /// <summary>Whether any line has a known shape.</summary>
    public bool IsKnown => Session is not null || Folder is not null || Calls.Length > 0;
}

namespace KaizenGate.MSBuild;

/// <summary>The words that the program begins a line with.</summary>
internal enum FindingKind
{
    Error,
    Warning,
    Info,

    /// <summary>A rule that had too little to judge by; the program says <c>message</c>.</summary>
    Unjudged,
}

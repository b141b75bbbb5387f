namespace KaizenGate.Core.Signals;

/// <summary>The sources of signals.</summary>
internal static class SignalSources
{
    /// <summary>Transcripts of agents.</summary>
    public const string Sessions = "sessions";

    /// <summary>Commits.</summary>
    public const string Git = "git";

    /// <summary>Results of tests.</summary>
    public const string Tests = "tests";

    /// <summary>Warnings of compilers and analyzers.</summary>
    public const string Warnings = "warnings";

    /// <summary>Runs of a build server.</summary>
    public const string Runs = "runs";
}

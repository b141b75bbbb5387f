using KaizenGate.Reporting;

namespace KaizenGate.Cli;

/// <summary>Whether a long walk through the history tells how far it is.</summary>
internal static class WalkProgress
{
    /// <summary>The line on the terminal; null where nobody watches, or wants to.</summary>
    public static HistoryProgress? For(Host host, bool isQuiet) =>
        isQuiet
        || !host.ErrorIsTerminal
        || host.Has("CI")
        || host.Environment.GetValueOrDefault("TERM") == "dumb"
        || BuildServer.Annotations(host) is not null
            ? null
            : new HistoryProgress(host.ErrorText, host.Time);
}

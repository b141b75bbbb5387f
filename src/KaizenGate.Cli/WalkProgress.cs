using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli;

/// <summary>The progress of a long walk through the history.</summary>
internal static class WalkProgress
{
    /// <summary>A progress line on the terminal; null without a terminal, in CI and with <c>--quiet</c>.</summary>
    public static HistoryProgress? For(Host host, bool isQuiet) =>
        isQuiet
        || !host.ErrorIsTerminal
        || host.Has("CI")
        || host.Environment.GetValueOrDefault("TERM") == "dumb"
        || BuildServer.Annotations(host) is not null
            ? null
            : new HistoryProgress(host.Terminal, host.Time);
}

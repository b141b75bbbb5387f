namespace KaizenGate.Cli;

/// <summary>Whether to colour text.</summary>
internal static class Color
{
    /// <summary>
    /// Never with <c>NO_COLOR</c>; else always with <c>FORCE_COLOR</c> (except 0 and false); else on a terminal that supports it.
    /// </summary>
    public static bool IsEnabled(Host host)
    {
        if (host.Has("NO_COLOR"))
        {
            return false;
        }

        if (host.Environment.GetValueOrDefault("FORCE_COLOR") is { Length: > 0 } force)
        {
            return force is not ("0" or "false");
        }

        return host.OutputIsTerminal && CanColor(host);
    }

    // The legacy Windows console prints escape sequences literally; newer terminals identify themselves.
    private static bool CanColor(Host host) =>
        host.Environment.GetValueOrDefault("TERM") is { } terminal
            ? terminal != "dumb"
            : !OperatingSystem.IsWindows() || host.Has("WT_SESSION") || host.Has("ConEmuANSI");
}

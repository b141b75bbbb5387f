namespace KaizenGate.Cli;

/// <summary>Whether text is coloured.</summary>
internal static class Color
{
    /// <summary>
    /// Never with <c>NO_COLOR</c> set; else always with <c>FORCE_COLOR</c> set (but 0 and false); else on a terminal
    /// that is able to.
    /// </summary>
    public static bool IsWanted(Host host)
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

    // The old console of Windows shows the sequences as they are; the terminals that understand them say who they are.
    private static bool CanColor(Host host) =>
        host.Environment.GetValueOrDefault("TERM") is { } terminal
            ? terminal != "dumb"
            : !OperatingSystem.IsWindows() || host.Has("WT_SESSION") || host.Has("ConEmuANSI");
}

using KaizenGate.Reporting;

namespace KaizenGate.Cli;

/// <summary>The build server that the program runs on.</summary>
internal static class BuildServer
{
    /// <summary>The format that it reads from a log; null on a person's machine, and where the log means nothing to it (GitLab).</summary>
    public static ReportFormat? Annotations(Host host) =>
        host.Says("GITHUB_ACTIONS") ? ReportFormats.Find("github")
        : host.Says("TF_BUILD") ? ReportFormats.Find("azure")
        : host.Has("TEAMCITY_VERSION") ? ReportFormats.Find("teamcity")
        : null;
}

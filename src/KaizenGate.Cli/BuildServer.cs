using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli;

/// <summary>The build server of this run.</summary>
internal static class BuildServer
{
    /// <summary>The annotation format that it reads from logs; null on a developer's machine and on servers without one (GitLab).</summary>
    public static ReportFormat<Verdict>? Annotations(Host host) =>
        host.Says("GITHUB_ACTIONS") ? ReportFormats.All.Find("github")
        : host.Says("TF_BUILD") ? ReportFormats.All.Find("azure")
        : host.Has("TEAMCITY_VERSION") ? ReportFormats.All.Find("teamcity")
        : null;
}

using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>A report to write to a file.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Path">Absolute path.</param>
internal sealed record ReportRequest(ReportFormat<Verdict> Format, string Path)
{
    /// <summary>Reads the values of <c>--report</c>: <c>FORMAT=PATH</c>.</summary>
    /// <exception cref="InputException">A value has another shape, is a folder, or is a file that another value uses.</exception>
    public static IReadOnlyList<ReportRequest> Parse(IReadOnlyList<string> values, Workspace workspace)
    {
        var requests = values.Select(value => Parse(value, workspace)).ToList();
        var twice = requests
            .GroupBy(request => workspace.Name(request.Path).FullPath)
            .FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? requests
            : throw Wrong(
                "two reports have the same file",
                "Use a separate file for each --report.",
                twice.Key,
                workspace
            );
    }

    /// <summary>Finds a format by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="option">The option, for the message.</param>
    /// <exception cref="InputException">The format is unknown.</exception>
    public static ReportFormat<Verdict> FindFormat(string name, string option) =>
        ReportFormats.All.Find(name)
        ?? throw new InputException(
            $"unknown format {Quote.Of(name)} for {option}",
            NearestName.Help(name, [.. ReportFormats.All.Select(format => format.Name)])
        );

    /// <summary>Refuses reports that would overwrite an input file.</summary>
    /// <exception cref="InputException">One would.</exception>
    public static void Protect(IEnumerable<string> inputs, IReadOnlyList<ReportRequest> requests, Workspace workspace)
    {
        if (requests.Count == 0)
        {
            return;
        }

        var real = inputs.Select(RealPath.Of).ToHashSet(StringComparer.Ordinal);
        if (requests.FirstOrDefault(request => real.Contains(RealPath.Of(request.Path))) is { } request)
        {
            throw Wrong("the report would overwrite an input file", "Choose another file.", request.Path, workspace);
        }
    }

    private static ReportRequest Parse(string value, Workspace workspace)
    {
        var sign = value.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0 || string.IsNullOrWhiteSpace(value[(sign + 1)..]))
        {
            throw new InputException(
                $"--report must be FORMAT=PATH, not {Quote.Of(value)}",
                "For example --report sarif=artifacts/kaizen.sarif."
            );
        }

        var format = FindFormat(value[..sign], "--report");
        var written = value[(sign + 1)..];
        var path = workspace.FullPath(written);
        return Directory.Exists(path) || System.IO.Path.EndsInDirectorySeparator(written)
            ? throw Wrong(
                $"the path of the {format.Name} report is a folder",
                "Pass the path of a file.",
                path,
                workspace
            )
            : new ReportRequest(format, workspace.Contained.Given(path, "--report"));
    }

    private static InputException Wrong(string message, string help, string path, Workspace workspace) =>
        new(message, help, workspace.Shown(path));
}

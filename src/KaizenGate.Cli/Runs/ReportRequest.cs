using KaizenGate.Backlogs;
using KaizenGate.Reporting;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>A report that is wanted in a file.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Path">Absolute path.</param>
internal sealed record ReportRequest(ReportFormat Format, string Path)
{
    /// <summary>Reads the values of <c>--report</c>: <c>FORMAT=PATH</c>.</summary>
    /// <exception cref="InputException">A value is no request, names a folder, or a file that another one names.</exception>
    public static IReadOnlyList<ReportRequest> Parse(IReadOnlyList<string> values, Workspace workspace)
    {
        var requests = values.Select(value => Parse(value, workspace)).ToList();
        var twice = requests
            .GroupBy(request => workspace.Name(request.Path).FullPath)
            .FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? requests
            : throw Wrong(
                "two reports go to the same file",
                "Give each --report a file of its own.",
                twice.Key,
                workspace
            );
    }

    /// <summary>Finds a format by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="option">The option that gives it.</param>
    /// <exception cref="InputException">There is no such format.</exception>
    public static ReportFormat FindFormat(string name, string option) =>
        ReportFormats.Find(name)
        ?? throw new InputException(
            new InputError(
                $"{option} names the format \"{name}\", which there is not",
                NearestName.Help(name, [.. ReportFormats.All.Select(format => format.Name)])
            )
        );

    /// <summary>Refuses reports that would overwrite what the gate reads.</summary>
    /// <exception cref="InputException">One of them would.</exception>
    public static void Protect(IEnumerable<string> inputs, IReadOnlyList<ReportRequest> requests, Workspace workspace)
    {
        if (requests.Count == 0)
        {
            return;
        }

        var real = inputs.Select(RealPath.Of).ToHashSet(StringComparer.Ordinal);
        if (requests.FirstOrDefault(request => real.Contains(RealPath.Of(request.Path))) is { } request)
        {
            throw Wrong(
                "the report would overwrite what the gate reads",
                "Name another file.",
                request.Path,
                workspace
            );
        }
    }

    private static ReportRequest Parse(string value, Workspace workspace)
    {
        var sign = value.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0 || string.IsNullOrWhiteSpace(value[(sign + 1)..]))
        {
            throw new InputException(
                new InputError(
                    $"--report has \"{value}\", which names no file",
                    "Write FORMAT=PATH, for example sarif=artifacts/kaizen.sarif."
                )
            );
        }

        var format = FindFormat(value[..sign], "--report");
        var written = value[(sign + 1)..];
        var path = workspace.FullPath(written);
        return Directory.Exists(path) || System.IO.Path.EndsInDirectorySeparator(written)
            ? throw Wrong($"the {format.Name} report would go to a folder", "Name a file in it.", path, workspace)
            : new ReportRequest(format, path);
    }

    private static InputException Wrong(string message, string help, string path, Workspace workspace) =>
        new(new InputError(message, help, workspace.Shown(path)));
}

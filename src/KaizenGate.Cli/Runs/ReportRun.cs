using KaizenGate.Cli.Telemetry;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>One report of a period: find, read and check the backlogs, calculate, write.</summary>
internal sealed class ReportRun(Host host, IReadOnlyList<string> paths, Func<LoadedSettings> load)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    public required ReportFormat<ImprovementReport> Format { get; init; }

    /// <summary>The value of <c>--output</c>; null for standard output.</summary>
    public required string? Output { get; init; }

    public required AskedPeriod Period { get; init; }

    /// <summary>Whether to send the figures to a collector. Variables of the environment alone send nothing.</summary>
    public required bool SendsMetrics { get; init; }

    /// <exception cref="InputException">An option, a path or the settings are invalid.</exception>
    public int Run()
    {
        var target = OutputFile.Of(Output, workspace);
        var loaded = load();
        var inputs = new List<string>(loaded.Files);
        var reading = new RunEvidence(host, workspace, paths, Period.Today);
        if (reading.ReadOrReport(loaded, inputs) is not { } evidence)
        {
            return ExitCode.InputError;
        }

        var baseline = reading.ReadBaseline(loaded, inputs);
        var verdict = Gate.Check(evidence, loaded.Settings, Period.Today, host.Version, baseline);
        var report = ImprovementReport.Of(evidence, verdict, loaded.Settings, Period.From, Period.To) with
        {
            Name = NameOf(workspace),
            Sessions = SessionFolder.Of(workspace.Folder) is { } sessions
                ? SessionFigures.Of(sessions.Log.Read(), Period.From, Period.To)
                : null,
        };
        target.Write(host, inputs, stream => Format.Write(report, Options(target), stream));
        if (SendsMetrics)
        {
            OtlpExport.Send(report, host);
        }

        return ExitCode.Passed;
    }

    private ReportOptions Options(OutputFile target)
    {
        var options = new ReportOptions
        {
            Color = target.FullPath is null && Color.IsEnabled(host),
            At = host.Time.GetUtcNow(),
            SourceBase = SourceLinks.BaseOf(host.Environment, workspace, target.FullPath),
        };
        return target.FullPath is null && host.OutputIsTerminal && host.TerminalWidth() is { } width
            ? options with
            {
                Width = width,
            }
            : options;
    }

    /// <summary>The name of the repository's folder.</summary>
    private static string NameOf(Workspace workspace)
    {
        var folder = RealPath.Of(workspace.Folder);
        return Path.GetFileName(RepositoryFolder.Above(folder) ?? folder);
    }
}

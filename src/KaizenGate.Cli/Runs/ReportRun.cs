using KaizenGate.Analytics;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Cli.Telemetry;
using KaizenGate.Cli.Terminal;
using KaizenGate.Reporting.Analytics;
using KaizenGate.Reporting.Dashboard;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>One report of a period: find, read, judge, reckon, write.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="paths">The backlogs that were asked for; none: find them.</param>
/// <param name="load">Loads the settings.</param>
internal sealed class ReportRun(Host host, IReadOnlyList<string> paths, Func<LoadedSettings> load)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    public required ProgressFormat Format { get; init; }

    /// <summary>The value of <c>--output</c>; null for standard output.</summary>
    public required string? Output { get; init; }

    public required AskedPeriod Period { get; init; }

    /// <returns>The exit status.</returns>
    /// <exception cref="InputException">Something given to it is wrong.</exception>
    public int Run()
    {
        var target = OutputFile.Of(Output, workspace);
        var loaded = load();
        var inputs = new List<string>(loaded.Files);
        var evidence = new RunEvidence(host, workspace, paths, Period.Today).Read(loaded, inputs, out var errors);
        foreach (var error in errors)
        {
            host.Tell(error);
        }

        if (!errors.IsEmpty)
        {
            return ExitStatus.CouldNotJudge;
        }

        if (evidence.IsEmpty)
        {
            throw new InputException(
                new InputError("no backlog was found", "Name one, or set `backlogs` in kaizen.json.")
            );
        }

        var accepted = AcceptedFindings.Of(loaded, workspace, inputs);
        var verdict = Gate.Judge(evidence, loaded.Settings, Period.Today, host.Version, accepted);
        var report = ImprovementReports.Of(evidence, verdict, loaded.Settings, Period.From, Period.To) with
        {
            Name = NameOf(workspace),
        };
        if (!DrawOnTerminal(report, target))
        {
            target.Write(host, inputs, stream => Format.Write(report, Options(target), stream));
        }

        OtlpExport.Send(report, host);
        return ExitStatus.Open;
    }

    /// <summary>Draws what a person sees at once, if there is a terminal with room for it.</summary>
    private bool DrawOnTerminal(ImprovementReport report, OutputFile target)
    {
        if (
            Format.Name != "text"
            || target.FullPath is not null
            || !host.OutputIsTerminal
            || host.Environment.GetValueOrDefault("TERM") is "dumb"
            || host.TerminalWidth() is not (>= ReportScreen.Narrowest and var width)
        )
        {
            return false;
        }

        ReportScreen.Write(report, host.Text, width, Color.IsWanted(host));
        return true;
    }

    private ProgressOptions Options(OutputFile target)
    {
        var options = new ProgressOptions
        {
            Color = target.FullPath is null && Color.IsWanted(host),
            At = host.Time.GetUtcNow(),
            SourceBase = SourceBase.Of(host.Environment, workspace, target.FullPath),
        };
        return target.FullPath is null && host.OutputIsTerminal && host.TerminalWidth() is { } width
            ? options with
            {
                Width = width,
            }
            : options;
    }

    /// <summary>The name of the repository's folder, by which people know it.</summary>
    private static string NameOf(Workspace workspace)
    {
        var folder = RealPath.Of(workspace.Folder);
        return Path.GetFileName(Workspace.RepositoryAbove(folder) ?? folder);
    }
}

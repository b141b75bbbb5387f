using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>One run of the gate: find, read and check the backlogs, write the reports.</summary>
internal sealed class Check(Host host, IReadOnlyList<string> paths, Func<SettingsSource, LoadedSettings> load)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    public required ReportFormat<Verdict> Format { get; init; }

    /// <summary>The values of <c>--report</c>.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    public required Change Change { get; init; }

    /// <summary>The day that counts as today; null for that of the checked-out commit.</summary>
    public required DateOnly? AsOf { get; init; }

    public required bool UseBaseline { get; init; }

    public required bool Annotate { get; init; }

    public required ReportOptions Options { get; init; }

    /// <summary>The screen for text; null for lines.</summary>
    public Screen? Screen { get; init; }

    /// <exception cref="InputException">A value of <c>--report</c> is invalid; nothing was checked.</exception>
    public int Run()
    {
        using var memory = RealPath.Remember();
        var requests = ReportRequest.Parse(Reports, workspace);
        var inputs = new List<string>();
        var verdict = Evaluate(inputs);
        ReportRequest.Protect(inputs, requests, workspace);
        var exitCode = verdict.ExitCode;
        foreach (var request in requests)
        {
            exitCode = Write(request, verdict) ? exitCode : ExitCode.InputError;
        }

        Print(verdict);
        return exitCode;
    }

    /// <param name="inputs">Receives the absolute paths of all files read.</param>
    private Verdict Evaluate(List<string> inputs)
    {
        var day = AsOf ?? Cli.AsOf.Today(host);
        try
        {
            var current = load(SettingsSource.Disk);
            inputs.AddRange(current.Files);
            day = AsOf ?? new RunEvidence(host, workspace, paths, day) { Change = Change }.DayOfCommit(current);
            var reading = new RunEvidence(host, workspace, paths, day) { Change = Change, IsQuiet = Options.Quiet };
            var change = Change.IsNone
                ? null
                : new GateChangeReader(reading.QueryOf(current), workspace, current, load);
            reading.Found = change is null ? null : change.Expect;
            var loaded = Change.UsesSettingsBefore ? load(change!.Before) : current;
            var baseline =
                !UseBaseline ? null
                : Change.UsesSettingsBefore ? RunEvidence.ReadBaseline(change!.BaselineBefore(loaded))
                : reading.ReadBaseline(loaded, inputs);
            var evidence = reading.Read(loaded, inputs, out var errors);
            return errors.IsEmpty
                ? Gate.Check(
                    evidence,
                    loaded.Settings,
                    day,
                    host.Version,
                    baseline,
                    change: change?.Read(evidence, reading.Untouched, UseBaseline)
                ) with
                {
                    Untouched = reading.Untouched,
                }
                : Gate.InputErrors(errors, day, host.Version);
        }
        catch (InputException wrong)
        {
            return Gate.InputErrors([wrong.Error], day, host.Version);
        }
    }

    private bool Write(ReportRequest request, Verdict verdict)
    {
        try
        {
            ReportFile.Write(
                request.Path,
                request.Format,
                verdict,
                Options with
                {
                    SourceBase = SourceLinks.BaseOf(host.Environment, workspace, request.Path),
                    Revision = HostedRevision.Of(host.Environment),
                }
            );
            return true;
        }
        catch (InputException wrong)
        {
            host.WriteError(wrong.Error);
            return false;
        }
    }

    private void Print(Verdict verdict)
    {
        var isText = Format.Name == "text";
        if (verdict.Outcome == Outcome.Error)
        {
            foreach (var error in verdict.Errors)
            {
                host.WriteError(error);
            }
        }

        if (!isText || verdict.Outcome != Outcome.Error)
        {
            Format.Write(
                verdict,
                Options with
                {
                    Color = Color.IsEnabled(host),
                    Screen = Screen,
                    SourceBase = SourceLinks.BaseOf(host.Environment, workspace, page: null),
                    Revision = HostedRevision.Of(host.Environment),
                },
                host.Output
            );
        }

        if (isText && Annotate && BuildServer.Annotations(host) is { } annotations)
        {
            annotations.Write(verdict, Options, host.Output);
        }
    }
}

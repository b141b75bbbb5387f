using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>Updates the baseline: checks as <c>check</c> does, compares, writes.</summary>
internal sealed class BaselineRun(
    Host host,
    IReadOnlyList<string> paths,
    LoadedSettings loaded,
    BaselineRefresh refresh
)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    /// <param name="writes">False to report only whether it is up to date.</param>
    /// <exception cref="InputException">The baseline is invalid or cannot be written, or there is no backlog.</exception>
    public int Run(bool writes)
    {
        var reading = new RunEvidence(host, workspace, paths, refresh.AsOf);
        var before = reading.ReadBaseline(loaded, []);
        var inputs = new List<string>();
        if (reading.ReadOrReport(loaded, inputs) is not { } evidence)
        {
            return ExitCode.InputError;
        }

        var file = reading.BaselineFileOf(loaded);
        Protect(file, [.. loaded.Files, .. inputs]);
        var refreshed = Refresh(file, before, evidence);
        if (writes && refreshed.HasChanged)
        {
            BaselineFile.Write(refreshed.Baseline, host.Journal("baseline"));
        }

        PrintResult(refreshed, writes);
        return writes || !refreshed.HasChanged ? ExitCode.Passed : ExitCode.Failed;
    }

    private RefreshedBaseline Refresh(SourceFile file, Baseline? before, ImmutableArray<Evidence> evidence)
    {
        var verdict = Gate.Check(evidence, loaded.Settings, refresh.AsOf, host.Version);
        var commit = Repositories.CurrentCommit(workspace.Folder, host.Environment);
        return (refresh with { Commit = commit }).Of(file, before, verdict, evidence);
    }

    /// <summary>Refuses to overwrite a file that was read.</summary>
    private static void Protect(SourceFile file, IEnumerable<string> inputs)
    {
        var real = RealPath.Of(file.FullPath);
        if (inputs.Any(input => RealPath.Of(input) == real))
        {
            throw new InputException(
                "`baseline` in kaizen.json is the path of a backlog or of the settings",
                "Use a separate file.",
                file.Path
            );
        }
    }

    private void PrintResult(RefreshedBaseline refreshed, bool writes)
    {
        var path = LogText.Path(refreshed.Baseline.File.Path);
        var entries = refreshed.Baseline.Entries.Length;
        var parts = $"{refreshed.Added} new, {refreshed.Kept} kept, {refreshed.Removed} removed";
        var message = (refreshed.HasChanged, writes) switch
        {
            (true, true) => $"wrote {path}: {entries} accepted ({parts})",
            (true, false) => $"{path} is not up to date ({parts}); run `{CommandLine.Name} baseline`",
            (false, _) when refreshed.Before is null => $"nothing to accept; {path} was not created",
            _ => $"{path} is up to date: {entries} accepted",
        };
        host.Text.WriteLine(message);
        if (refreshed.Expired > 0)
        {
            host.Text.WriteLine(
                $"{refreshed.Expired} of them are expired or dated in the future, and count again: fix them, or extend them with `{CommandLine.Name} baseline --renew`"
            );
        }
    }
}

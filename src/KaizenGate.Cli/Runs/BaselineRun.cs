using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Editing;
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
    /// <summary>The document.</summary>
    public static JsonContract<(RefreshedBaseline Baseline, bool IsDryRun, string? Diff)> Contract { get; } =
        new(omitsNull: true)
        {
            { "schemaVersion", _ => 1 },
            { "path", one => one.Baseline.Baseline.File.Path },
            { "changed", one => one.Baseline.HasChanged },
            { "dryRun", one => one.IsDryRun },
            { "diff", one => one.Diff },
            { "entries", one => one.Baseline.Baseline.Entries.Length },
            { "added", one => one.Baseline.Added },
            { "kept", one => one.Baseline.Kept },
            { "removed", one => one.Baseline.Removed },
            { "expired", one => one.Baseline.Expired },
        };

    private readonly Workspace workspace = new(host.WorkingFolder);

    /// <summary>Whether to write nothing, and to report whether it is up to date.</summary>
    public required bool IsCheck { get; init; }

    /// <summary>Whether to write nothing, and to print the change.</summary>
    public required bool IsDryRun { get; init; }

    public required bool IsJson { get; init; }

    /// <returns>The exit code: 1 when <see cref="IsCheck"/> finds a change.</returns>
    /// <exception cref="InputException">The baseline is invalid or cannot be written, or there is no backlog.</exception>
    public int Run()
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
        var writes = !IsCheck && !IsDryRun;
        var diff = IsDryRun ? Diff(refreshed) : null;
        if (writes && refreshed.HasChanged)
        {
            BaselineFile.Write(refreshed.Baseline, host.Journal("baseline"));
        }

        if (IsJson)
        {
            Contract.Write(host.Output, (refreshed, !writes, diff));
        }
        else
        {
            FileAnswer.PrintDiff(host, diff ?? "");
            PrintResult(refreshed, writes, IsDryRun ? host.ErrorText : host.Text);
        }

        return IsCheck && refreshed.HasChanged ? ExitCode.Failed : ExitCode.Passed;
    }

    /// <summary>What is written, as a diff; empty without a change.</summary>
    public static string Diff(RefreshedBaseline refreshed)
    {
        var file = refreshed.Baseline.File;
        return refreshed.HasChanged
            ? UnifiedDiff.Of(
                file.RootPath,
                File.Exists(file.FullPath) ? PlainFile.ReadText(file.FullPath) : "",
                Encoding.UTF8.GetString(BaselineFile.Content(refreshed.Baseline))
            )
            : "";
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

    private static void PrintResult(RefreshedBaseline refreshed, bool writes, TextWriter text)
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
        text.WriteLine(message);
        if (refreshed.Expired > 0)
        {
            text.WriteLine(
                $"{refreshed.Expired} of them are expired or dated in the future, and count again: fix them, or extend them with `{CommandLine.Name} baseline --renew`"
            );
        }
    }
}

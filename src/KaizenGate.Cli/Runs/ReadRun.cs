using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>Reads backlogs as <c>check</c> does, and keeps what each part was read as.</summary>
internal static class ReadRun
{
    /// <exception cref="InputException">A path, a setting or a backlog is invalid, or there is no backlog.</exception>
    public static ReadingReport Read(Host host, IReadOnlyList<string> paths, LoadedSettings loaded)
    {
        var workspace = new Workspace(host.WorkingFolder);
        var finder = new BacklogFinder(workspace, path => loaded.Of(RealPath.Of(path)).Settings.Archive);
        var files = BacklogChoice.Find(finder, loaded, paths);
        return files.IsEmpty
            ? throw BacklogChoice.None(loaded)
            : new ReadingReport(
                host.Version,
                [.. files.Select(file => Annotated(file, loaded.Of(RealPath.Of(file.FullPath)).Settings))]
            );
    }

    private static AnnotatedBacklog Annotated(SourceFile file, GateSettings settings)
    {
        var options = SettingsOptions.ReadingOf(settings) with { KeepsParts = true };
        var backlog = BacklogReader.ReadFile(file, options);
        return new AnnotatedBacklog(backlog, backlog.Text!);
    }
}

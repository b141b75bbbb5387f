using System.Collections.Immutable;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Agents;

/// <summary>The backlogs of a session, with the history in their dates: reading that of git would take too long for each turn of an agent.</summary>
internal sealed class SessionBacklogs
{
    private readonly Workspace workspace;
    private readonly LoadedSettings loaded;
    private readonly DateOnly today;

    private SessionBacklogs(
        Workspace workspace,
        LoadedSettings loaded,
        ImmutableArray<Evidence> evidence,
        DateOnly today
    ) => (this.workspace, this.loaded, Evidence, this.today) = (workspace, loaded, evidence, today);

    /// <summary>At least one.</summary>
    public ImmutableArray<Evidence> Evidence { get; }

    public GateSettings Settings => loaded.Settings;

    /// <summary>Reads them; null when there is none.</summary>
    /// <param name="host">The environment, in the folder of the session.</param>
    /// <exception cref="InputException">A backlog or a setting is invalid.</exception>
    public static SessionBacklogs? Read(Host host)
    {
        var workspace = new Workspace(host.WorkingFolder);
        var today = AsOf.Of(null, host);
        var loaded = SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides { History = HistoryUse.Off }
        );
        var evidence = new RunEvidence(host, workspace, [], today) { IsQuiet = true }.Read(loaded, [], out var errors);
        return !errors.IsEmpty ? throw new InputException(errors[0])
            : evidence.IsEmpty ? null
            : new(workspace, loaded, evidence, today);
    }

    public BacklogMark Mark() => BacklogMark.Of(Evidence.Select(one => one.Backlog));

    /// <exception cref="InputException">The plan would take too long to compute.</exception>
    public SessionBriefing Briefing() => SessionBriefing.Of(Evidence, Settings, today);

    /// <summary>Returns the paths of the backlogs and their archives, which may not exist, relative to a folder with slashes.</summary>
    /// <param name="root">The root of the working tree; absolute, without links.</param>
    /// <exception cref="InputException">An archive is outside of the repository.</exception>
    public IReadOnlySet<string> Paths(string root) =>
        Evidence
            .Select(one => one.Backlog)
            .SelectMany(backlog =>
                backlog.Members.Select(member => member.File).Append(backlog.File).Append(ArchiveOf(backlog.File))
            )
            .Select(file =>
                Path.GetRelativePath(root, RealPath.Of(Path.GetFullPath(file.FullPath)))
                    .Replace(Path.DirectorySeparatorChar, '/')
            )
            .ToImmutableHashSet(StringComparer.Ordinal);

    private SourceFile ArchiveOf(SourceFile file) =>
        workspace.ArchiveOf(file.FullPath, loaded.Of(RealPath.Of(file.FullPath)).Settings.Archive);
}

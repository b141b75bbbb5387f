using System.Collections.Immutable;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Agents;

/// <summary>The backlogs of a session. The history of git is used only as far as it is cached: to read it would take too long for each turn of an agent.</summary>
internal sealed class SessionBacklogs
{
    private readonly Host host;
    private readonly Workspace workspace;
    private readonly LoadedSettings loaded;
    private readonly DateOnly today;
    private readonly ImmutableArray<Evidence> evidence;
    private bool hasHistory;

    private SessionBacklogs(
        Host host,
        Workspace workspace,
        LoadedSettings loaded,
        DateOnly today,
        ImmutableArray<Evidence> evidence
    ) =>
        (this.host, this.workspace, this.loaded, this.today, this.evidence) = (
            host,
            workspace,
            loaded,
            today,
            evidence
        );

    public GateSettings Settings => loaded.Settings;

    /// <summary>Reads them; null when there is none.</summary>
    /// <param name="host">The environment, in the folder of the session.</param>
    /// <param name="withHistory">Whether to read the cached history too. Without it, it is read when it is needed.</param>
    /// <exception cref="InputException">A backlog or a setting is invalid.</exception>
    public static SessionBacklogs? Read(Host host, bool withHistory = false)
    {
        var workspace = new Workspace(host.WorkingFolder);
        var today = AsOf.Of(null, host);
        var loaded = Load(host, withHistory ? null : HistoryUse.Off);
        var evidence = ReadEvidence(host, workspace, loaded, today);
        return evidence.IsEmpty ? null : new(host, workspace, loaded, today, evidence) { hasHistory = withHistory };
    }

    /// <summary>What they contain now.</summary>
    public BacklogMark Mark() => BacklogMark.Of(evidence.Select(one => one.Backlog));

    /// <summary>What a session should know about them.</summary>
    /// <exception cref="InputException">The plan would take too long to compute.</exception>
    public SessionBriefing Briefing()
    {
        var withHistory =
            !hasHistory && Load(host, history: null) is { Settings.History: not HistoryUse.Off } cached
                ? ReadEvidence(host, workspace, cached, today)
                : evidence;
        return SessionBriefing.Of(withHistory, Settings, today);
    }

    /// <summary>Returns the paths of the backlogs and their archives, which may not exist, relative to a folder with slashes.</summary>
    /// <param name="root">The root of the working tree; absolute, without links.</param>
    /// <exception cref="InputException">An archive is outside of the repository.</exception>
    public IReadOnlySet<string> Paths(string root) =>
        evidence
            .Select(one => one.Backlog)
            .SelectMany(backlog =>
                backlog.Members.Select(member => member.File).Append(backlog.File).Append(ArchiveOf(backlog.File))
            )
            .Select(file =>
                Path.GetRelativePath(root, RealPath.Of(Path.GetFullPath(file.FullPath)))
                    .Replace(Path.DirectorySeparatorChar, '/')
            )
            .ToImmutableHashSet(StringComparer.Ordinal);

    private static LoadedSettings Load(Host host, HistoryUse? history) =>
        SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides { History = history }
        );

    private static ImmutableArray<Evidence> ReadEvidence(
        Host host,
        Workspace workspace,
        LoadedSettings loaded,
        DateOnly today
    )
    {
        var reading = new RunEvidence(host, workspace, [], today) { IsQuiet = true, OnlyCached = true };
        var evidence = reading.Read(loaded, [], out var errors);
        return errors.IsEmpty ? evidence : throw new InputException(errors[0]);
    }

    private SourceFile ArchiveOf(SourceFile file) =>
        workspace.ArchiveOf(file.FullPath, loaded.Of(RealPath.Of(file.FullPath)).Settings.Archive);
}

using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Items;

/// <summary>One run of a command for single improvements.</summary>
internal sealed class ItemRun
{
    private readonly BacklogFinder finder;
    private readonly IReadOnlyList<string> paths;

    /// <exception cref="InputException">The settings or a path are invalid.</exception>
    public ItemRun(Host host, ParseResult parsed, ItemOptions options)
    {
        Host = host;
        Journal = host.Journal(parsed.CommandResult.Command.Name);
        Loaded = options.Load(parsed, host);
        paths = options.Backlogs(parsed);
        var workspace = new Workspace(host.WorkingFolder);
        finder = new BacklogFinder(workspace, Settings.Archive);
        Reading = SettingsOptions.ReadingOf(Settings);
        Files = Find();
    }

    public Host Host { get; }

    /// <summary>Records what this run writes.</summary>
    public Journal Journal { get; }

    public LoadedSettings Loaded { get; }

    public GateSettings Settings => Loaded.Settings;

    public ReadingOptions Reading { get; }

    /// <summary>The backlogs; at least one.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>Reads all backlogs.</summary>
    public ImmutableArray<Backlog> Read() => [.. Files.Select(file => BacklogReader.ReadFile(file, Reading))];

    /// <summary>The archive of a backlog; null if there is none.</summary>
    public Backlog? ArchiveOf(SourceFile file) =>
        finder.ArchiveOf(file) is { } archive ? BacklogReader.ReadFile(archive, Reading) : null;

    /// <summary>The only backlog.</summary>
    /// <exception cref="InputException">There are several.</exception>
    public SourceFile OnlyFile() =>
        Files.Length == 1
            ? Files[0]
            : throw new InputException(
                $"there are {Files.Length} backlogs",
                $"Choose one, for example --backlog {Files[0].Path}"
            );

    /// <summary>Finds an improvement by id or title.</summary>
    public (Backlog Backlog, Improvement Item) Find(string name) => ItemSearch.Find(Read(), name);

    /// <summary>Changes an improvement, found by id or title.</summary>
    /// <returns>The edit, and the changed improvement.</returns>
    public (BacklogEdit Edit, Improvement Item) Change(
        string name,
        bool isDryRun,
        Func<EditableBacklog, Improvement, EditableBacklog> step
    )
    {
        var file = Files.Length == 1 ? Files[0] : Find(name).Backlog.File;
        var key = "";
        var edit = BacklogEdit.Of(
            file,
            Reading,
            document =>
            {
                var (_, item) = ItemSearch.Find([document.Backlog], name);
                (key, Journal.Subject) = (item.Key, item.Name);
                return step(document, item);
            },
            isDryRun,
            journal: Journal
        );
        return (edit, edit.After.Find(key)!);
    }

    private ImmutableArray<SourceFile> Find()
    {
        var files =
            paths.Count > 0 ? finder.At(paths)
            : Settings.Backlogs.IsEmpty ? finder.Usual()
            : finder.Matching(Settings.Backlogs, Loaded.BaseFolder);
        return files.IsEmpty
            ? throw new InputException(
                "no backlog found",
                $"Create one with `{CommandLine.Name} init`, or pass its path with --backlog."
            )
            : files;
    }
}

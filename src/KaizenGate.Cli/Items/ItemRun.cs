using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Pulling;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Items;

/// <summary>One run of a command for single improvements.</summary>
internal sealed class ItemRun
{
    private readonly string command;
    private readonly BacklogFinder finder;
    private readonly IReadOnlyList<string> paths;
    private readonly Dictionary<SourceFile, TrackerEdit> trackers = [];

    /// <exception cref="InputException">The settings or a path are invalid.</exception>
    public ItemRun(Host host, ParseResult parsed, ItemOptions options)
    {
        Host = host;
        command = parsed.CommandResult.Command.Name;
        Loaded = options.Load(parsed, host);
        paths = options.Backlogs(parsed);
        var workspace = new Workspace(host.WorkingFolder);
        finder = new BacklogFinder(workspace, Settings.Archive);
        Reading = SettingsOptions.ReadingOf(Settings);
        var files = BacklogChoice.Find(finder, Loaded, paths);
        Files = files.IsEmpty ? throw PathInstead(IdOf(parsed)) ?? BacklogChoice.None(Loaded) : files;
    }

    public Host Host { get; }

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

    /// <summary>How the estimates of the backlogs and their archives compare with what they took.</summary>
    public Calibration Calibration() =>
        Core.Planning.Calibration.Of(
            Read().Select(backlog => backlog.Improvements.Concat(ArchiveOf(backlog.File)?.Improvements ?? []))
        );

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
    public (Backlog Backlog, Improvement Item) Find(string name) =>
        ItemSearch.Find(Read(), name, () => PathInstead(name));

    /// <summary>A new entry of the journal for this command.</summary>
    /// <param name="subject">What it changes.</param>
    public Journal Journal(string subject)
    {
        var journal = Host.Journal(command);
        journal.Subject = subject;
        return journal;
    }

    /// <summary>Changes an improvement, found by id or title.</summary>
    /// <returns>The edit, and the changed improvement.</returns>
    public (BacklogEdit Edit, Improvement Item) Change(
        string name,
        bool isDryRun,
        Func<EditableBacklog, Improvement, EditableBacklog> step
    ) => Change(name, isDryRun, (document, item) => Same(step(document, item), item));

    /// <summary>Changes an improvement, found by id or title.</summary>
    /// <param name="name">Its id, reference or title.</param>
    /// <param name="isDryRun">Whether to leave the file unchanged.</param>
    /// <param name="step">Returns the backlog after the change, and the improvement in it.</param>
    /// <returns>The edit, and the changed improvement.</returns>
    public (BacklogEdit Edit, Improvement Item) Change(
        string name,
        bool isDryRun,
        Func<EditableBacklog, Improvement, (EditableBacklog After, Improvement Item)> step
    )
    {
        var changed = Change(Files.Length == 1 ? Files[0] : Find(name).Backlog.File, name, isDryRun, command, step);
        return (changed.Edit, changed.Item);
    }

    /// <summary>Changes an improvement of a backlog in the name of a command.</summary>
    public ChangedItem Change(
        SourceFile file,
        string name,
        string command,
        Func<EditableBacklog, Improvement, EditableBacklog> step
    ) => Change(file, name, isDryRun: false, command, (document, item) => Same(step(document, item), item));

    /// <summary>Changes the issues of the tracker whose snapshot a backlog is.</summary>
    public TrackerEdit TrackerOf(SourceFile file)
    {
        if (!trackers.TryGetValue(file, out var tracker))
        {
            trackers.Add(file, tracker = new TrackerEdit(Host, Loaded, file));
        }

        return tracker;
    }

    private ChangedItem Change(
        SourceFile file,
        string name,
        bool isDryRun,
        string command,
        Func<EditableBacklog, Improvement, (EditableBacklog After, Improvement Item)> step
    )
    {
        if (SnapshotFile.Is(file))
        {
            return TrackerOf(file).Change(name, isDryRun, step);
        }

        var journal = Host.Journal(command);
        Improvement? changed = null;
        var edit = BacklogEdit.Of(
            file,
            Reading,
            document =>
            {
                var (_, item) = ItemSearch.Find([document.Backlog], name, () => PathInstead(name));
                journal.Subject = item.Name;
                (var after, changed) = step(document, item);
                return after;
            },
            isDryRun,
            journal: journal
        );
        return new(edit, changed!, SavedEdit.Of(edit, Reading));
    }

    private static (EditableBacklog After, Improvement Item) Same(EditableBacklog after, Improvement item) =>
        (after, after.Find(item.Key)!);

    private static string? IdOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.OfType<Argument<string>>().FirstOrDefault() is { } id
            ? parsed.GetValue(id)
            : null;

    /// <summary>The error about a path that is given instead of an id; null if there is no such file or folder.</summary>
    private InputException? PathInstead(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var full = Path.GetFullPath(name, Host.WorkingFolder);
        var kind =
            File.Exists(full) ? "file"
            : Directory.Exists(full) ? "folder"
            : null;
        // The suggestion is for a shell, where other characters have a meaning.
        var isWord = name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/');
        var option = $"--backlog {(isWord ? name : "PATH")}";
        return kind is null
            ? null
            : new InputException(
                $"{Quote.Of(name)} is a {kind}, not an improvement",
                command == "score"
                    ? $"Use `{CommandLine.Name} score {option}` on a terminal for all of its improvements without a score, or `{CommandLine.Name} score ID {option} --impact N --effort N` for one."
                    : $"Use `{CommandLine.Name} {command} ID {option}`; `{CommandLine.Name} list {(isWord ? name : "PATH")}` lists the ids."
            );
    }
}

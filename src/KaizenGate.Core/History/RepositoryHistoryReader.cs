using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>The current items of a backlog and its archive, committed or not.</summary>
/// <param name="Items">The items of the backlog file.</param>
/// <param name="Archived">The items of its archive; null without an archive.</param>
internal sealed record CurrentState(ImmutableArray<ItemState> Items, ImmutableArray<ItemState>? Archived)
{
    /// <summary>All items, those of the backlog file first.</summary>
    public ImmutableArray<ItemState> All => Archived is { } archived ? [.. Items, .. archived] : Items;
}

/// <summary>Reads the history of the backlogs of one repository, or of one folder outside any, in the background.</summary>
internal sealed class RepositoryHistoryReader : IDisposable
{
    /// <summary>Fewer backlogs are not worth a thread.</summary>
    private const int LeastConcurrent = 32;

    private readonly Task<RepositoryLookup> lookup;
    private readonly HistoryQuery query;
    private readonly TrackedPaths paths;
    private readonly Task<RepositoryHistory?> committed;

    /// <summary>The revision of an earlier day; null when the files of now are read.</summary>
    private readonly Task<PastRevision?> past;

    /// <summary>The remark on the revision of each backlog; empty for none.</summary>
    private ImmutableArray<string?> remarks = [];

    public RepositoryHistoryReader(Task<RepositoryLookup> lookup, ImmutableArray<SourceFile> files, HistoryQuery query)
    {
        (this.lookup, Files, this.query) = (lookup, files, query);
        paths = new TrackedPaths(query.Archive);
        past = query.IsAboutPast ? Background.Run(FindPast) : Task.FromResult<PastRevision?>(null);
        committed = Background.Run(ReadCommitted);
    }

    /// <summary>The backlogs, in the order in which <see cref="Read"/> takes them.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    private ReadingOptions Reading => query.Reading;

    private RepositoryLookup Found => lookup.GetAwaiter().GetResult();

    /// <summary>Reads the backlogs: from their files, as they are staged, or as they were on an earlier day.</summary>
    /// <param name="archiveOf">Returns the archive of a backlog; null without one.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <exception cref="InputException">A staged file is in conflict, or git failed.</exception>
    public ImmutableArray<Backlog> ReadBacklogs(
        Func<SourceFile, SourceFile?> archiveOf,
        ImmutableArray<InputError>.Builder errors
    )
    {
        if (query.Staged)
        {
            return StagedBacklogs.Read(Repository("--staged"), query, Files, archiveOf, PathOf, errors);
        }

        if (FoundPast() is not { } revision)
        {
            return BacklogFiles.Read(Files, archiveOf, _ => Reading, errors);
        }

        try
        {
            var read = new PastBacklogs(Repository("--as-of"), revision, PathOf, query).Read(Files, archiveOf, errors);
            remarks = [.. read.Select(one => one.Remark)];
            return [.. read.Select(one => one.Backlog)];
        }
        catch (GitException failed)
        {
            throw new InputException(
                new InputError(
                    $"--as-of: the file of {query.AsOf:yyyy-MM-dd} cannot be read",
                    failed.Reason,
                    Files[0].Path
                )
            );
        }
    }

    /// <summary>The revision of an earlier day; null when the files of now are read, or when the history cannot be read at all.</summary>
    private PastRevision? FoundPast()
    {
        try
        {
            return past.GetAwaiter().GetResult();
        }
        catch (GitException)
        {
            return null; // The rules about flow are not evaluated, with the reason.
        }
    }

    /// <summary>Returns the history of each backlog.</summary>
    /// <param name="backlogs">The current backlogs with their archives.</param>
    /// <exception cref="InputException">The requested change cannot be read.</exception>
    public ImmutableArray<KnownHistory> Read(ImmutableArray<Backlog> backlogs)
    {
        var history = ReadHistory(out var unreadable);
        var known = new ItemStates();
        known.Know(history?.Log.Backlogs.SelectMany(backlog => backlog.Files.Values).SelectMany(items => items) ?? []);
        var parts = backlogs.Chunk(Concurrently.PartSize(backlogs.Length, LeastConcurrent)).ToArray();
        ImmutableArray<CurrentState> current =
        [
            .. Concurrently.Select(parts, part => Current(part, new ItemStates(known))).SelectMany(part => part),
        ];
        // The change is compared before uncommitted changes are added to the history.
        var ranges = query.IsAboutChange
            ? new ChangeRangeReader(Repository(query.ChangeOption), paths, query).Read(current, history)
            : [];
        ImmutableArray<KnownHistory> histories =
            history is not null ? FromGit(backlogs, current, history)
            : unreadable is not null ? [.. backlogs.Select(_ => Unknown(unreadable))]
            : [.. backlogs.Select(backlog => FromDates(backlog, WhyNoHistory))];
        histories = [.. histories.Select((one, index) => one with { Remarks = [.. RemarksOn(index, history)] })];
        return ranges.IsEmpty ? histories : [.. histories.Zip(ranges, (one, range) => one with { Range = range })];
    }

    private static CurrentState[] Current(Backlog[] backlogs, ItemStates states) =>
        [
            .. backlogs.Select(backlog => new CurrentState(
                states.Of(backlog.Improvements),
                backlog.Archive is { } archive ? states.Of(archive.Improvements) : null
            )),
        ];

    private IEnumerable<string> RemarksOn(int backlog, RepositoryHistory? history)
    {
        if (remarks.ElementAtOrDefault(backlog) is { } revision)
        {
            yield return revision;
        }

        if (history?.Log.Backlogs[backlog].LeftOut is { } leftOut)
        {
            yield return leftOut.Remark;
        }
    }

    /// <summary>Waits until the background work is done.</summary>
    public void Dispose() => Task.WaitAny(committed);

    private string WhyNoHistory =>
        !query.ReadHistory ? KnownHistory.NotAsked
        : query.OnlyCached ? KnownHistory.NotCached
        : Found is OpenedRepository ? KnownHistory.NotCommitted
        : "there is no git repository";

    private PastRevision? FindPast()
    {
        RegisterPaths();
        return Found is OpenedRepository { Git: { Head: { } head } git }
            ? PastRevision.Find(git, head, paths, query.AsOf, query.Today!.Value)
            : null;
    }

    private void RegisterPaths()
    {
        foreach (var file in Files)
        {
            paths.Add(PathOf(file));
            foreach (var folder in TaskFolder.Of(file)?.Folders ?? [])
            {
                paths.AddFolder(PathOf(SourceFile.Named(folder)));
            }
        }
    }

    /// <summary>The content of the files of a backlog now.</summary>
    private ImmutableArray<FileChange> Changes(int index, Backlog backlog, CurrentState state, EventLog log)
    {
        if (!paths.IsFolder(index))
        {
            return [new FileChange(index, 0, state.Items), new FileChange(index, 1, state.Archived)];
        }

        var states = new ItemStates();
        var files = backlog
            .Improvements.GroupBy(item => backlog.FileAt(item.Span))
            .ToDictionary(file => paths.Find(PathOf(file.Key))[0].File, file => states.Of([.. file]));
        return
        [
            .. log.Backlogs[index].Files.Keys.Except(files.Keys).Select(gone => new FileChange(index, gone, null)),
            .. files.Select(file => new FileChange(index, file.Key, file.Value)),
        ];
    }

    /// <summary>The commit up to which the history is read; null when there is none.</summary>
    private string? HeadOf(GitRepository git) =>
        past.GetAwaiter().GetResult() is { } revision ? revision.Commit : git.Head;

    /// <summary>Registers the paths and reads the history up to the checked-out commit; null when there is none.</summary>
    private RepositoryHistory? ReadCommitted()
    {
        if (!query.IsAboutPast)
        {
            RegisterPaths();
        }

        return query.ReadHistory && Found is OpenedRepository { Git: var git } && HeadOf(git) is { } head
            ? new BranchHistoryReader(git, head, paths, query).Read()
            : null;
    }

    /// <param name="unreadable">Why an existing history cannot be read; null otherwise.</param>
    private RepositoryHistory? ReadHistory(out string? unreadable)
    {
        unreadable = query.ReadHistory ? (Found as UnreadableRepository)?.Reason : null;
        try
        {
            return committed.GetAwaiter().GetResult() is { } history && Found is OpenedRepository { Git: var git }
                ? WithStagedRenames(git, history)
                : null;
        }
        catch (GitException failed)
        {
            unreadable = failed.Reason;
            return null;
        }
    }

    /// <summary>Reads the history again if a rename of a backlog is staged, under its old name.</summary>
    private RepositoryHistory WithStagedRenames(GitRepository git, RepositoryHistory history)
    {
        var head = HeadOf(git)!;
        var isRenamed = false;
        for (var index = 0; index < Files.Length; index++)
        {
            if (
                head == git.Head
                && !history.Log.HasRevisions(index)
                && git.StagedRenameSource(PathOf(Files[index])) is { } source
            )
            {
                isRenamed |= paths.AddFormer(new TrackedFile(index, 0), source) is not null;
            }
        }

        return (isRenamed ? new BranchHistoryReader(git, head, paths, query).Read() : null) ?? history;
    }

    private ImmutableArray<KnownHistory> FromGit(
        ImmutableArray<Backlog> backlogs,
        ImmutableArray<CurrentState> current,
        RepositoryHistory history
    )
    {
        var log = history.Log;
        var hasRevisions = Enumerable.Range(0, backlogs.Length).Select(log.HasRevisions).ToArray();
        var today = query.Today > query.AsOf ? query.Today.Value : query.AsOf;
        var lastCommit = history.CommitDays.LastOrDefault(day => day <= today, query.AsOf);
        log.Apply(
            new CommitStamp(null, query.AsOf > lastCommit ? query.AsOf : lastCommit),
            [
                .. current.SelectMany(
                    (state, index) => hasRevisions[index] ? Changes(index, backlogs[index], state, log) : []
                ),
            ]
        );
        var timelines = log.Timelines(history.CommitDays, today);
        return
        [
            .. backlogs.Select(
                (backlog, index) =>
                    !hasRevisions[index] ? FromDates(backlog, KnownHistory.NotCommitted)
                    : history.Hidden.Contains(index) ? Unknown(GitRepository.ShallowReason)
                    : new KnownHistory(timelines[index]!)
            ),
        ];
    }

    private KnownHistory FromDates(Backlog backlog, string reason) => KnownHistory.ByDates(backlog, query.AsOf, reason);

    private static KnownHistory Unknown(string reason) => new(new NoHistory(reason)) { NoHistory = reason };

    /// <exception cref="InputException">There is no readable repository.</exception>
    private GitRepository Repository(string option) =>
        Found switch
        {
            OpenedRepository opened => opened.Git,
            UnreadableRepository { Reason: var reason } => throw new InputException(
                new InputError($"{option}: the repository cannot be read", reason, Files[0].Path)
            ),
            _ => throw new InputException(
                new InputError(
                    $"{option}: there is no git repository",
                    $"Run it in a repository, or without {option}.",
                    Files[0].Path
                )
            ),
        };

    /// <summary>Returns the path relative to the top level, as git names it.</summary>
    private string PathOf(SourceFile file)
    {
        var real = RealPath.Of(file.FullPath);
        var top = Found is OpenedRepository { Git: var git }
            ? RealPath.Of(Path.GetFullPath(git.TopLevel))
            : Path.GetDirectoryName(real)!;
        return Path.GetRelativePath(top, real).Replace(Path.DirectorySeparatorChar, '/');
    }
}

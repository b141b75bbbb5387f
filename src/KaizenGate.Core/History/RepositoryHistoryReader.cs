using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>The past of the backlogs of one repository, or of one folder outside of any. What is kept of it is read while the backlogs are opened.</summary>
internal sealed class RepositoryHistoryReader : IDisposable
{
    private readonly BackgroundTask<RepositoryLookup> asked;
    private readonly ImmutableArray<SourceFile> files;
    private readonly HistoryQuery query;
    private readonly TrackedPaths paths;
    private readonly BackgroundTask<RepositoryHistory?> kept;

    /// <param name="opening">What git shows of it.</param>
    /// <param name="files">The backlogs.</param>
    /// <param name="query">What is asked.</param>
    public RepositoryHistoryReader(
        BackgroundTask<RepositoryLookup> opening,
        ImmutableArray<SourceFile> files,
        HistoryQuery query
    )
    {
        (asked, this.files, this.query) = (opening, files, query);
        paths = new TrackedPaths(query.Archive);
        kept = new BackgroundTask<RepositoryHistory?>(Kept);
    }

    /// <summary>The backlogs, in the order in which <see cref="Of"/> takes them.</summary>
    public ImmutableArray<SourceFile> Files => files;

    /// <summary>How the backlogs are read.</summary>
    public ReadingOptions Reading => query.Reading;

    /// <summary>Reads the backlogs as they are staged for the next commit.</summary>
    /// <param name="archiveOf">The archive of a backlog; null when it has none.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <exception cref="InputException">A file is in conflict, or git cannot answer.</exception>
    public ImmutableArray<Backlog> ReadStaged(
        Func<SourceFile, SourceFile?> archiveOf,
        ImmutableArray<InputError>.Builder errors
    ) => new StagedBacklogs(Repository("--staged"), query.Reading).Read(files, PathOf, archiveOf, errors);

    /// <summary>Says what happened to the backlogs.</summary>
    /// <param name="backlogs">The backlogs as they are now, each with its archive.</param>
    /// <exception cref="InputException">The change that is asked for cannot be seen.</exception>
    public ImmutableArray<KnownHistory> Of(ImmutableArray<Backlog> backlogs)
    {
        var states = new ItemStates();
        ImmutableArray<CurrentState> current = [.. backlogs.Select(backlog => CurrentState.Of(backlog, states))];
        // What the change did is asked before the history takes in what is not committed.
        var history = ReadHistory(out var blind);
        var ranges = Ranges(current, history);
        var pasts =
            history is not null ? ByHistory(backlogs, current, history)
            : blind is not null ? Unknown(backlogs, blind)
            : ByDates(backlogs, WhyNoHistory);
        return ranges.IsEmpty ? pasts : [.. pasts.Zip(ranges, (past, range) => past with { Range = range })];
    }

    /// <summary>Waits until nothing is read any more.</summary>
    public void Dispose() => kept.Wait();

    private string WhyNoHistory =>
        !query.ReadHistory ? KnownHistory.NotAsked
        : asked.Answer is OpenedRepository ? "there is no commit yet"
        : "there is no git repository";

    private ImmutableArray<ChangeRange> Ranges(ImmutableArray<CurrentState> current, RepositoryHistory? history) =>
        ChangeRangeReader.IsAsked(query)
            ? new ChangeRangeReader(Repository(query.Staged ? "--staged" : "--since"), paths, query).Read(
                current,
                history
            )
            : [];

    /// <summary>The history, as far as anything of it is kept; null when all of it has to be read. Notes the paths of the backlogs.</summary>
    private RepositoryHistory? Kept()
    {
        foreach (var file in files)
        {
            paths.Add(PathOf(file));
        }

        return query.ReadHistory && asked.Answer is OpenedRepository { Git: { Head: { } head } git }
            ? new HistoryReading(git, head, paths, query).ReadKept()
            : null;
    }

    /// <param name="blind">Why there is a history that cannot be seen; null when there is none, or none is asked for.</param>
    private RepositoryHistory? ReadHistory(out string? blind)
    {
        blind = query.ReadHistory ? (asked.Answer as UnreadableRepository)?.Reason : null;
        try
        {
            var history = kept.Answer;
            return query.ReadHistory && asked.Answer is OpenedRepository { Git: { Head: { } head } git }
                ? History(git, head, history)
                : null;
        }
        catch (GitException failed)
        {
            blind = failed.Reason;
            return null;
        }
    }

    /// <summary>The history; that of a backlog that was renamed and not committed since goes on from its old name.</summary>
    private RepositoryHistory History(GitRepository git, string head, RepositoryHistory? begun)
    {
        var history = begun ?? new HistoryReading(git, head, paths, query).Read();
        var isRenamed = false;
        for (var index = 0; index < files.Length; index++)
        {
            if (!history.Ledger.HasRevisions(index) && git.StagedRenameSource(PathOf(files[index])) is { } source)
            {
                isRenamed |= paths.AddFormer(new TrackedFile(index, 0), source) is not null;
            }
        }

        return isRenamed ? new HistoryReading(git, head, paths, query).Read() : history;
    }

    private ImmutableArray<KnownHistory> ByHistory(
        ImmutableArray<Backlog> backlogs,
        ImmutableArray<CurrentState> current,
        RepositoryHistory history
    )
    {
        var isKnown = Enumerable.Range(0, backlogs.Length).Select(history.Ledger.HasRevisions).ToArray();
        var last = history.CommitDays.IsEmpty ? query.AsOf : history.CommitDays[^1];
        var today = query.AsOf > last ? query.AsOf : last;
        history.Ledger.Apply(
            new CommitStamp(null, today),
            [.. current.SelectMany((state, index) => isKnown[index] ? state.Changes(index) : [])]
        );
        return
        [
            .. backlogs.Select(
                (backlog, index) =>
                    !isKnown[index] ? ByDates(backlog, "the file is not committed yet")
                    : history.Hidden.Contains(index) ? Unknown(GitRepository.ShallowReason)
                    : new KnownHistory(history.Ledger.TimelineOf(index, history.CommitDays, cutShortBy: null)!)
            ),
        ];
    }

    private ImmutableArray<KnownHistory> ByDates(ImmutableArray<Backlog> backlogs, string reason) =>
        [.. backlogs.Select(backlog => ByDates(backlog, reason))];

    private KnownHistory ByDates(Backlog backlog, string reason) => KnownHistory.ByDates(backlog, query.AsOf, reason);

    private static ImmutableArray<KnownHistory> Unknown(ImmutableArray<Backlog> backlogs, string reason) =>
        [.. backlogs.Select(_ => Unknown(reason))];

    /// <summary>There is a history that cannot be seen: nothing is judged in its place.</summary>
    private static KnownHistory Unknown(string reason) => new(new NoHistory(reason)) { NoHistory = reason };

    /// <exception cref="InputException">There is no repository that could be asked.</exception>
    private GitRepository Repository(string option) =>
        asked.Answer switch
        {
            OpenedRepository opened => opened.Git,
            UnreadableRepository blind => throw new InputException(
                new InputError($"{option}: the repository cannot be read", $"{blind.Reason}", files[0].Path)
            ),
            _ => throw new InputException(
                new InputError(
                    $"{option}: there is no git repository",
                    $"Run it in a repository, or without {option}.",
                    files[0].Path
                )
            ),
        };

    /// <summary>The path from the top level, as git names it.</summary>
    private string PathOf(SourceFile file)
    {
        var real = RealPath.Of(file.FullPath);
        var top = asked.Answer is OpenedRepository { Git: var git }
            ? RealPath.Of(Path.GetFullPath(git.TopLevel))
            : Path.GetDirectoryName(real)!;
        return Path.GetRelativePath(top, real).Replace(Path.DirectorySeparatorChar, '/');
    }
}

using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.History.Git;
using KaizenGate.Reading;
using KaizenGate.Workspaces;

namespace KaizenGate.History;

/// <summary>The backlogs of one repository, or of one folder outside of any, with their past.</summary>
internal sealed class RepositoryBacklogs
{
    private readonly Meanwhile<Opening> asked;
    private readonly ImmutableArray<SourceFile> files;
    private readonly HistoryQuery query;
    private readonly TrackedPaths paths;

    /// <param name="opening">What git shows of it; the files are read until that is known.</param>
    /// <param name="files">The backlogs.</param>
    /// <param name="query">What is asked.</param>
    public RepositoryBacklogs(Meanwhile<Opening> opening, ImmutableArray<SourceFile> files, HistoryQuery query)
    {
        (asked, this.files, this.query) = (opening, files, query);
        paths = new TrackedPaths(query.Archive);
    }

    /// <param name="archiveOf">The archive of a backlog; null when it has none.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <exception cref="InputException">The change that is asked for cannot be seen.</exception>
    public ImmutableArray<Evidence> Read(
        Func<SourceFile, SourceFile?> archiveOf,
        ImmutableArray<InputError>.Builder errors
    )
    {
        // What is kept of the past is read while the backlogs are.
        var kept = new Meanwhile<RepositoryHistory?>(Kept);
        try
        {
            return Read(archiveOf, errors, kept);
        }
        finally
        {
            kept.Wait();
        }
    }

    private ImmutableArray<Evidence> Read(
        Func<SourceFile, SourceFile?> archiveOf,
        ImmutableArray<InputError>.Builder errors,
        Meanwhile<RepositoryHistory?> kept
    )
    {
        var before = errors.Count;
        var backlogs = query.Staged
            ? new StagedBacklogs(Repository("--staged"), query.Reading).Read(files, PathOf, archiveOf, errors)
            : ReadFiles(archiveOf, errors);
        if (errors.Count > before)
        {
            return [];
        }

        var states = new ItemStates();
        ImmutableArray<CurrentState> current = [.. backlogs.Select(backlog => CurrentState.Of(backlog, states))];
        // What the change did is asked before the history takes in what is not committed.
        var history = ReadHistory(kept, out var blind);
        var ranges = Ranges(current, history);
        var evidence =
            history is not null ? ByHistory(backlogs, current, history)
            : blind is not null ? Unknown(backlogs, blind)
            : ByDates(backlogs, WhyNoHistory);
        return ranges.IsEmpty ? evidence : [.. evidence.Zip(ranges, (one, range) => one with { Range = range })];
    }

    private string WhyNoHistory =>
        !query.ReadPast ? "history was not read: --no-history"
        : asked.Answer is Opened ? "there is no commit yet"
        : "there is no git repository";

    private ImmutableArray<ChangeRange> Ranges(ImmutableArray<CurrentState> current, RepositoryHistory? history) =>
        ChangeRangeReader.IsAsked(query)
            ? new ChangeRangeReader(Repository(query.Staged ? "--staged" : "--since"), paths, query).Read(
                current,
                history
            )
            : [];

    private ImmutableArray<Backlog> ReadFiles(
        Func<SourceFile, SourceFile?> archiveOf,
        ImmutableArray<InputError>.Builder errors
    )
    {
        var backlogs = ImmutableArray.CreateBuilder<Backlog>();
        foreach (var file in files)
        {
            try
            {
                var archive = archiveOf(file) is { } old ? BacklogReader.ReadFile(old, query.Reading) : null;
                backlogs.Add(BacklogReader.ReadFile(file, query.Reading) with { Archive = archive });
            }
            catch (InputException wrong)
            {
                errors.Add(wrong.Error);
            }
        }

        return backlogs.ToImmutable();
    }

    /// <summary>The history, as far as anything of it is kept; null when all of it has to be read. Notes the paths of the backlogs.</summary>
    private RepositoryHistory? Kept()
    {
        foreach (var file in files)
        {
            paths.Add(PathOf(file));
        }

        return query.ReadPast && asked.Answer is Opened { Git: { Head: { } head } git }
            ? new HistoryReading(git, head, paths, query).ReadKept()
            : null;
    }

    /// <param name="kept">What was kept of it.</param>
    /// <param name="blind">Why there is a history that cannot be seen; null when there is none, or none is asked for.</param>
    private RepositoryHistory? ReadHistory(Meanwhile<RepositoryHistory?> kept, out string? blind)
    {
        blind = query.ReadPast ? (asked.Answer as Blind)?.Reason : null;
        try
        {
            var history = kept.Answer;
            return query.ReadPast && asked.Answer is Opened { Git: { Head: { } head } git }
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
    private RepositoryHistory History(GitRepository git, string head, RepositoryHistory? kept)
    {
        var history = kept ?? new HistoryReading(git, head, paths, query).Read();
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

    private ImmutableArray<Evidence> ByHistory(
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
                    : history.Hidden.Contains(index) ? Unknown(backlog, GitRepository.ShallowReason)
                    : new Evidence(backlog, history.Ledger.TimelineOf(index, history.CommitDays, cutShortBy: null)!)
            ),
        ];
    }

    private ImmutableArray<Evidence> ByDates(ImmutableArray<Backlog> backlogs, string reason) =>
        [.. backlogs.Select(backlog => ByDates(backlog, reason))];

    /// <summary>What the dates in the file tell, when there is no history that could tell more.</summary>
    private Evidence ByDates(Backlog backlog, string reason)
    {
        var past = WrittenDates.Read(backlog, query.AsOf);
        return new(backlog, past is NoTimeline none ? none with { Reason = $"{reason}, and {none.Reason}" } : past)
        {
            NoHistory = reason,
        };
    }

    private static ImmutableArray<Evidence> Unknown(ImmutableArray<Backlog> backlogs, string reason) =>
        [.. backlogs.Select(backlog => Unknown(backlog, reason))];

    /// <summary>There is a history that cannot be seen: nothing is judged in its place.</summary>
    private static Evidence Unknown(Backlog backlog, string reason) =>
        new(backlog, new NoTimeline(reason)) { NoHistory = reason };

    /// <exception cref="InputException">There is no repository that could be asked.</exception>
    private GitRepository Repository(string option) =>
        asked.Answer switch
        {
            Opened opened => opened.Git,
            Blind blind => throw new InputException(
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
        var top = asked.Answer is Opened { Git: var git }
            ? RealPath.Of(Path.GetFullPath(git.TopLevel))
            : Path.GetDirectoryName(real)!;
        return Path.GetRelativePath(top, real).Replace(Path.DirectorySeparatorChar, '/');
    }
}

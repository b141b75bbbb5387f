using System.Collections.Immutable;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Harvesting;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Transcripts;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Harvesting;

/// <summary>Counts signals and finds candidates.</summary>
/// <param name="run">The run, which provides the backlogs.</param>
/// <param name="today">The last day.</param>
/// <param name="weeks">The number of weeks up to it in which candidates are looked for.</param>
internal sealed class Harvest(ItemRun run, DateOnly today, int weeks)
{
    private const int MostReports = 10_000;

    private readonly Host host = run.Host;
    private readonly SignalDigest found = new();
    private readonly MinedSignals mined = new();
    private SignalDigest digest = new();
    private CandidateFinder? finder;

    /// <summary>The number of weeks.</summary>
    public int Weeks => weeks;

    /// <summary>The last day.</summary>
    public DateOnly Today => today;

    /// <summary>What was scanned.</summary>
    public IReadOnlyList<string> Scanned => mined.Scanned;

    /// <summary>What could not be scanned.</summary>
    public IReadOnlyList<string> Remarks => mined.Remarks;

    /// <summary>The candidates that are not in the backlog.</summary>
    public ImmutableArray<Candidate> New { get; private set; } = [];

    /// <summary>The candidates that an open improvement names.</summary>
    public ImmutableArray<Candidate> Known { get; private set; } = [];

    /// <summary>All candidates in the order of their numbers.</summary>
    public ImmutableArray<Candidate> All => [.. New, .. Known];

    private string? DigestPath => field ??= SignalDigestFile.PathFor(host.WorkingFolder);

    private CandidateFinder Finder =>
        finder ??= new CandidateFinder(digest, today, weeks) { Commands = mined.Commands };

    /// <summary>Counts, and finds candidates.</summary>
    /// <exception cref="InputException">A pattern, a backlog or the digest is invalid.</exception>
    public void Mine(HarvestSources sources)
    {
        Load();
        if (sources.Sessions)
        {
            MineSessions();
        }

        MineGit();
        if (!sources.Tests.IsEmpty)
        {
            new TestMiner().Mine(Files(sources.Tests), mined);
        }

        if (!sources.Warnings.IsEmpty)
        {
            new WarningMiner().Mine(Files(sources.Warnings), mined);
        }

        if (sources.Runs)
        {
            GitHubRunMiner.Mine(run, today.AddDays(1 - (7 * weeks)), mined);
        }

        var counted = mined.ToDigest();
        digest.Add(counted);
        found.Add(counted);
        (New, Known) = Finder.Find(KnownSignals(), found);
        found.Shown = [.. All.Select(candidate => candidate.Key.Text)];
    }

    /// <summary>Reads what earlier runs counted.</summary>
    /// <exception cref="InputException">The digest cannot be read.</exception>
    public void Load() => digest = DigestPath is { } path ? SignalDigestFile.Read(path) : digest;

    /// <summary>The candidate that a number of the last list, or a key, names.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public Candidate Find(string name)
    {
        var keys = All.IsEmpty ? digest.Shown : [.. All.Select(candidate => candidate.Key.Text)];
        var key = name;
        if (int.TryParse(name, out var number))
        {
            key =
                number >= 1 && number <= keys.Length
                    ? keys[number - 1]
                    : throw new InputException(
                        $"there is no candidate {Quote.Of(name)}; the last list has {keys.Length}",
                        $"List them with `{CommandLine.Name} harvest`."
                    );
        }

        return All.FirstOrDefault(candidate => candidate.Key.Text == key)
            ?? Finder.Of(key, KnownSignals())
            ?? throw new InputException(
                $"the signal {Quote.Of(key)} was not counted in the last {Wording.Count(weeks, "week")}",
                $"List the candidates with `{CommandLine.Name} harvest`, or count more with --weeks N."
            );
    }

    /// <summary>Lists only the candidates that were decided about, with the improvements that name them now.</summary>
    public void ListOnly(IEnumerable<Candidate> decided)
    {
        var known = KnownSignals();
        var all = decided
            .Select(candidate => candidate with { Known = known.GetValueOrDefault(candidate.Key.Text) })
            .ToList();
        New = [.. all.Where(candidate => candidate.Known is null)];
        Known = [.. all.Where(candidate => candidate.Known is not null)];
    }

    /// <summary>Notes that a candidate is rejected.</summary>
    public void Reject(Candidate candidate, string? reason) => Finder.Reject(candidate, found, reason);

    /// <summary>Writes the counts and decisions to the digest.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Save()
    {
        if (DigestPath is { } path)
        {
            SignalDigestFile.Add(path, found, today);
        }
    }

    private void MineSessions()
    {
        var roots = SignalDigestFile.WorkingTrees(host.WorkingFolder);
        roots = roots.IsEmpty ? [RealPath.Of(host.WorkingFolder)] : roots;
        var since = new DateTimeOffset(today.AddDays(-7 * Math.Max(weeks, 12)), default, TimeSpan.Zero);
        new TranscriptMiner(TranscriptFolders.From(host.Environment), roots).Mine(mined, since);
    }

    private void MineGit()
    {
        var lookup = GitRepository.Open(
            GitProgram.Find(host.Environment),
            RealPath.Of(host.WorkingFolder),
            host.Environment,
            inheritsRepository: true
        );
        try
        {
            switch (lookup)
            {
                case OpenedRepository opened:
                    new GitMiner(opened.Git, today).Mine(mined);
                    break;
                case UnreadableRepository unreadable:
                    mined.Remarks.Add($"the commits cannot be read: {unreadable.Reason}");
                    break;
                default:
                    mined.Remarks.Add("there is no git repository, so nothing is remembered between runs");
                    break;
            }
        }
        catch (GitException failed)
        {
            mined.Remarks.Add($"the commits cannot be read: {failed.Reason}");
        }
    }

    /// <summary>The files that patterns from the command line match.</summary>
    private IEnumerable<string> Files(ImmutableArray<string> patterns)
    {
        var files = new List<string>();
        foreach (var pattern in patterns)
        {
            if (pattern.Length == 0 || pattern.Contains('\0', StringComparison.Ordinal))
            {
                throw new InputException($"{Quote.Of(pattern)} is not a pattern", "For example 'results/**/*.xml'.");
            }

            var matching = FileGlob.HasWildcard(pattern)
                ? FileGlob.Find(host.WorkingFolder, pattern.Replace('\\', '/'), [])
                : [Path.GetFullPath(pattern, host.WorkingFolder)];
            var before = files.Count;
            files.AddRange(matching.Where(File.Exists));
            if (files.Count == before)
            {
                mined.Remarks.Add($"{Quote.Of(pattern)} matches no file");
            }
        }

        return files.Distinct(StringComparer.Ordinal).Take(MostReports);
    }

    /// <summary>The improvements that name a signal, also those in archives; open ones first.</summary>
    private Dictionary<string, Improvement> KnownSignals() =>
        run.Read()
            .SelectMany(backlog => (backlog with { Archive = run.ArchiveOf(backlog.File) }).WithArchive)
            .Where(item => item.Signal is not null)
            .OrderByDescending(item => item.IsOpen)
            .DistinctBy(item => item.Signal!.Value)
            .ToDictionary(item => item.Signal!.Value, StringComparer.Ordinal);
}

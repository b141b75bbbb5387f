using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Harvesting;

/// <summary>Finds what is worth an improvement in the counts of some weeks.</summary>
/// <param name="digest">The counts, with those of this run.</param>
/// <param name="today">The last day.</param>
/// <param name="weeks">The number of weeks up to it; at least 1.</param>
internal sealed class CandidateFinder(SignalDigest digest, DateOnly today, int weeks)
{
    /// <summary>More are not read.</summary>
    public const int Most = 5;

    /// <summary>The days for which a candidate is shown.</summary>
    internal const int OfferedDays = 30;

    /// <summary>A rejected candidate comes back when it costs so much more.</summary>
    private const double Worsening = 2;

    /// <summary>Fewer long runs than this share are exceptions: someone was away, or the machine was busy.</summary>
    private const double LeastLongShare = 0.15;

    /// <summary>A command that fails in a smaller share of its runs, once in a session, only slipped.</summary>
    private const double LeastFailingShare = 0.4;

    private DateOnly From => today.AddDays(1 - (7 * weeks));

    /// <summary>How often commands ran in this run; for those without, the share of long runs is not asked.</summary>
    public IReadOnlyDictionary<string, (int Runs, int LongRuns)> Commands { get; init; } =
        ImmutableDictionary<string, (int, int)>.Empty;

    /// <summary>Finds the candidates, the costliest first, with those that are in the backlog.</summary>
    /// <param name="known">The improvements that name a signal, by its key.</param>
    /// <param name="decided">Receives new decisions: what is shown for the first time, lapses, or was rejected in the backlog.</param>
    public (ImmutableArray<Candidate> New, ImmutableArray<Candidate> Known) Find(
        IReadOnlyDictionary<string, Improvement> known,
        SignalDigest decided
    )
    {
        var causes = digest
            .Keys.Select(SignalKey.Parse)
            .OfType<SignalKey>()
            .Select(Counted)
            .OfType<Candidate>()
            .Where(IsEnough)
            .GroupBy(CauseOf, StringComparer.Ordinal)
            .Select(cause => Together([.. cause], known))
            .OrderByDescending(candidate => candidate.MinutesPerWeek ?? -1)
            .ThenByDescending(candidate => candidate.PerWeek)
            .ThenBy(candidate => candidate.Key.Text, StringComparer.Ordinal)
            .ToList();
        var fresh = causes
            .Where(candidate => IsMissing(candidate) && !IsQuiet(candidate, decided))
            .Take(Most)
            .ToImmutableArray();
        foreach (var candidate in fresh.Where(candidate => !IsOffered(candidate)))
        {
            decided.Decide(candidate.Key.Text, new(SignalDecisionKind.Offered, today, candidate.Cost));
        }

        // The cost on the day on which a rejection in the backlog is first seen.
        foreach (var candidate in causes.Where(candidate => candidate.Known?.Status == Status.Rejected))
        {
            if (DecisionOn(candidate)?.Kind != SignalDecisionKind.Rejected)
            {
                Reject(candidate, decided, null);
            }
        }

        return (fresh, [.. causes.Where(IsOpen).Take(Most)]);
    }

    /// <summary>Rejects a candidate: it is not shown until its cost doubles.</summary>
    public void Reject(Candidate candidate, SignalDigest decided, string? reason) =>
        decided.Decide(candidate.Key.Text, new(SignalDecisionKind.Rejected, today, candidate.Cost, reason));

    /// <summary>The candidate of a key, even if it is not enough for one; null when it was not counted in the weeks.</summary>
    public Candidate? Of(string key, IReadOnlyDictionary<string, Improvement> known) =>
        SignalKey.Parse(key) is { } parsed && Counted(parsed) is { } candidate
            ? candidate with
            {
                Known = known.GetValueOrDefault(key),
            }
            : null;

    /// <summary>Whether no improvement is about it, or only one that was rejected at a lower cost.</summary>
    private bool IsMissing(Candidate candidate) =>
        candidate.Known is null || (candidate.Known.Status == Status.Rejected && DecisionOn(candidate) is not null);

    private static bool IsOpen(Candidate candidate) => candidate.Known is { IsOpen: true };

    private bool IsOffered(Candidate candidate) => DecisionOn(candidate)?.Kind == SignalDecisionKind.Offered;

    private SignalDecision? DecisionOn(Candidate candidate) => digest.Decisions.GetValueOrDefault(candidate.Key.Text);

    /// <summary>Whether a candidate is not shown; notes that one lapses.</summary>
    private bool IsQuiet(Candidate candidate, SignalDigest decided)
    {
        if (DecisionOn(candidate) is not { } decision)
        {
            return false;
        }

        if (decision.Kind != SignalDecisionKind.Offered)
        {
            return candidate.Cost < Worsening * decision.PerWeek;
        }

        var lapses = today.DayNumber - decision.Day.DayNumber > OfferedDays;
        if (lapses)
        {
            decided.Decide(candidate.Key.Text, new(SignalDecisionKind.Lapsed, today, candidate.Cost));
        }

        return lapses;
    }

    private Candidate? Counted(SignalKey key)
    {
        if (SignalRule.Of(key) is not { } rule)
        {
            return null;
        }

        var days = digest.Of(key.Text).Where(day => day.Key >= From && day.Key <= today).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        if (rule.IsState)
        {
            days = [days[^1]];

            // A state that a later report no longer has is over.
            if (digest.ObservedOn(key.Source).Any(day => day > days[0].Key && day <= today))
            {
                return null;
            }
        }

        var minutes = days.Sum(day => day.Value.Minutes);
        var count = days.Sum(day => day.Value.Count);
        var observed = ObservedWeeks(key.Source);
        return new Candidate
        {
            Rule = rule,
            Key = key,
            Count = count,
            Sessions = days.Sum(day => day.Value.Sessions),
            First = days[0].Key,
            Last = days[^1].Key,
            MinutesPerWeek = minutes > 0 ? minutes / observed : null,
            PerWeek = rule.IsState ? count : count / observed,
            Evidence =
            [
                .. days.OrderByDescending(day => day.Value.Count)
                    .Take(3)
                    .OrderByDescending(day => day.Key)
                    .Select(day => (day.Key, day.Value)),
            ],
        };
    }

    /// <summary>The weeks since the first observation in the period; at least 1.</summary>
    private double ObservedWeeks(string source)
    {
        var first = digest.ObservedOn(source).Where(day => day >= From && day <= today).DefaultIfEmpty(today).First();
        return Math.Max(1, (today.DayNumber - first.DayNumber + 1) / 7d);
    }

    private bool IsEnough(Candidate candidate)
    {
        var rule = candidate.Rule;
        return candidate.Count >= rule.LeastCount
            && (IsOften(candidate) || IsUsual(candidate))
            && MostMinutesOfWeek(candidate) >= rule.LeastMinutes
            && (rule != SignalRule.Waits || IsLong(candidate.Subject));
    }

    /// <summary>Whether it was in several sessions, or of commits on several days.</summary>
    private bool IsOften(Candidate candidate) =>
        candidate.Rule.Source == SignalSources.Git && !candidate.Rule.IsState
            ? DaysOf(candidate).Count() >= candidate.Rule.LeastSessions
            : candidate.Sessions >= candidate.Rule.LeastSessions;

    /// <summary>Whether a command fails on several days, if only once in a session, and often compared with its runs.</summary>
    private bool IsUsual(Candidate candidate) =>
        candidate.Rule == SignalRule.Fails
        && DaysOf(candidate).Count() >= candidate.Rule.LeastSessions
        && Commands.TryGetValue(candidate.Subject, out var use)
        && candidate.Count >= LeastFailingShare * use.Runs;

    /// <summary>The minutes in the week, counted back from today, that has most of them.</summary>
    private double MostMinutesOfWeek(Candidate candidate) =>
        DaysOf(candidate)
            .GroupBy(day => (today.DayNumber - day.Key.DayNumber) / 7, day => day.Value.Minutes)
            .Max(week => week.Sum());

    private IEnumerable<KeyValuePair<DateOnly, DailySignal>> DaysOf(Candidate candidate) =>
        digest.Of(candidate.Key.Text).Where(day => day.Key >= From && day.Key <= today);

    private bool IsLong(string command) =>
        !Commands.TryGetValue(command, out var use) || use.LongRuns >= LeastLongShare * use.Runs;

    /// <summary>Signals of one family about the same command or file have one cause. Arguments do not make another command.</summary>
    private static string CauseOf(Candidate candidate) =>
        $"{candidate.Rule.Family}|{string.Join(' ', candidate.Subject.Split(' ').Where(word => !word.StartsWith('<')))}";

    private static Candidate Together(
        ImmutableArray<Candidate> candidates,
        IReadOnlyDictionary<string, Improvement> known
    )
    {
        var first = candidates
            .OrderBy(candidate => SignalRule.All.IndexOf(candidate.Rule))
            .ThenByDescending(candidate => candidate.Cost)
            .First();
        return first with
        {
            Also = [.. candidates.Where(candidate => candidate != first).Select(candidate => candidate.Key)],
            Known = candidates
                .Select(candidate => known.GetValueOrDefault(candidate.Key.Text))
                .OfType<Improvement>()
                .OrderByDescending(item => item.IsOpen)
                .FirstOrDefault(),
        };
    }
}

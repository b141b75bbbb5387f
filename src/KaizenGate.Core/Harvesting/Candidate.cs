using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Harvesting;

/// <summary>A cause that is worth an improvement.</summary>
internal sealed record Candidate
{
    public required SignalRule Rule { get; init; }

    public required SignalKey Key { get; init; }

    /// <summary>The number of occurrences in the period; of a state, the number on the last day.</summary>
    public required int Count { get; init; }

    /// <summary>The number of sessions, reports or runs, of each day separately.</summary>
    public required int Sessions { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>Minutes lost per week; null when that cannot be counted.</summary>
    public required double? MinutesPerWeek { get; init; }

    /// <summary>Occurrences per week; of a state, the number.</summary>
    public required double PerWeek { get; init; }

    /// <summary>The days with the most occurrences, at most three, the last first.</summary>
    public required ImmutableArray<(DateOnly Day, DailySignal Count)> Evidence { get; init; }

    /// <summary>The keys of other signals with the same cause.</summary>
    public ImmutableArray<SignalKey> Also { get; init; } = [];

    /// <summary>The improvement that names one of its keys; null for none.</summary>
    public Improvement? Known { get; init; }

    /// <summary>What a rejection is compared with: minutes per week, or occurrences when these cannot be counted.</summary>
    public double Cost => MinutesPerWeek ?? PerWeek;

    /// <summary>The impact that its cost suggests, from 1 to 10; null when the cost cannot be counted.</summary>
    public int? ProposedImpact => MinutesPerWeek is { } minutes ? ImpactOf(minutes) : null;

    /// <summary>The title of an improvement.</summary>
    public string Title => Rule.Title.Replace("{0}", Plain(Subject), StringComparison.Ordinal);

    /// <summary>What it is about: a command, a file, a test.</summary>
    public string Subject => Key.Subject.Split(" → ")[0];

    /// <summary>What was counted: <c>14 failures in 6 sessions from 2026-11-02 to 2026-11-27, 45 minutes a week</c>.</summary>
    public string Finding =>
        Rule.IsState
            ? $"{Wording.Number(Count)} {Rule.Events} on {Last:yyyy-MM-dd}"
            : $"{Count:N0} {Rule.Events} in {Wording.Amount(Sessions, SessionWord)} from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}"
                + (MinutesPerWeek is { } minutes ? $", {minutes:0.#} minutes a week" : "");

    /// <summary>The same without days, as the evidence of a sighting.</summary>
    public string Proof =>
        Rule.IsState
            ? $"{Wording.Number(Count)} {Rule.Events}"
            : $"{Count:N0} {Rule.Events} in {Wording.Amount(Sessions, SessionWord)}"
                + (MinutesPerWeek is { } minutes ? $", {minutes:0.#} minutes a week" : "");

    /// <summary>The subject of a repair with its remedy, as a sentence; null for others.</summary>
    public string? Remark =>
        Key.Subject.Split(" → ") is [var failed, var remedy] ? $"{failed} fails until {remedy} ran" : null;

    private string SessionWord =>
        Rule.Source switch
        {
            SignalSources.Git => "commit",
            SignalSources.Tests => "report",
            SignalSources.Runs => "run",
            _ => "session",
        };

    /// <summary>1 up to 10 minutes per week, and one more for each doubling, up to 10 from 2,560 minutes.</summary>
    internal static int ImpactOf(double minutes)
    {
        const double Base = 5;
        return minutes < 2 * Base ? 1 : (int)Math.Clamp(1 + Math.Floor(Math.Log2(minutes / Base)), 1, 10);
    }

    /// <summary>A name without marks that a title would take for markup.</summary>
    private static string Plain(string subject) =>
        subject
            .Replace("<path>", "…", StringComparison.Ordinal)
            .Replace("<name>", "…", StringComparison.Ordinal)
            .Replace("<text>", "…", StringComparison.Ordinal)
            .Replace('<', '(')
            .Replace('>', ')');
}

namespace KaizenGate.Core.Agents;

/// <summary>What the sessions of agents in this clone recorded in a period, by the log of the hook.</summary>
internal sealed record SessionFigures
{
    /// <summary>The number of sessions that called the hook.</summary>
    public required int Sessions { get; init; }

    /// <summary>The number of those that were asked.</summary>
    public required int Asked { get; init; }

    /// <summary>The number of those that then captured, saw again or completed an improvement, or gave a reason.</summary>
    public required int Answered { get; init; }

    /// <summary>The improvements that all sessions captured, asked or not, the known problems that they saw again, and what they completed.</summary>
    public required BacklogDelta Delta { get; init; }

    /// <summary>Why sessions captured nothing: the reason of each that gave one, the oldest first.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The number of calls that failed, after which the session went on.</summary>
    public required int Failed { get; init; }

    /// <summary>Counts the calls of a period.</summary>
    /// <param name="log">The calls, the oldest first.</param>
    /// <param name="from">The first day in UTC.</param>
    /// <param name="to">The last day.</param>
    /// <returns>Null when the hook was not called.</returns>
    public static SessionFigures? Of(ImmutableArray<SessionLogEntry> log, DateOnly from, DateOnly to)
    {
        var entries = log.Where(entry => DayOf(entry) >= from && DayOf(entry) <= to).ToList();
        if (entries.Count == 0)
        {
            return null;
        }

        var sessions = entries
            .Where(entry => entry.Session is not null)
            .GroupBy(entry => entry.Session!, StringComparer.Ordinal)
            .Select(session => OneSession.Of([.. session]))
            .ToList();
        return new SessionFigures
        {
            Sessions = sessions.Count,
            Asked = sessions.Count(session => session.IsAsked),
            Answered = sessions.Count(session => session.IsAsked && session.HasAnswer),
            Delta = new(
                sessions.Sum(session => session.Delta.Captured),
                sessions.Sum(session => session.Delta.Seen),
                sessions.Sum(session => session.Delta.Completed)
            ),
            Reasons = [.. sessions.Select(session => session.Reason).OfType<string>()],
            Failed = entries.Count(entry => entry.Outcome is HookOutcome.Failed),
        };
    }

    private static DateOnly DayOf(SessionLogEntry entry) => DateOnly.FromDateTime(entry.At.UtcDateTime);

    private readonly record struct OneSession(bool IsAsked, BacklogDelta Delta, string? Reason)
    {
        /// <summary>A session that had done something would not have been asked, so whatever it did is an answer.</summary>
        public bool HasAnswer => !Delta.IsNone || Reason is not null;

        /// <summary>Each call has what the session did until then, which may also be taken back.</summary>
        public static OneSession Of(List<SessionLogEntry> calls) =>
            new(
                calls.Exists(call => call.Outcome is HookOutcome.Asked),
                new(
                    calls.Max(call => call.Delta.Captured),
                    calls.Max(call => call.Delta.Seen),
                    calls.Max(call => call.Delta.Completed)
                ),
                calls.FindLast(call => call.None is not null)?.None
            );
    }
}

using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>A <see cref="TimelineEvent"/> as the ledger keeps it: <c>Who</c> is the number of the <see cref="Identity"/>, <c>Commit</c> that of the commit.</summary>
internal readonly record struct LoggedEvent(
    TimelineEventKind Kind,
    int Who,
    int Commit,
    DateOnly Date,
    string Title,
    double? Score,
    bool IsFromStart
);

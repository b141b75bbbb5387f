using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Compares states of backlogs.</summary>
internal static class Changes
{
    /// <summary>Returns the changes of each backlog. Of improvements with the same key, all count as changed if one is.</summary>
    /// <param name="before">The items of each backlog, those of the backlog file before those of its archive.</param>
    /// <param name="after">The items after the change, in the same order.</param>
    /// <param name="description">See <see cref="ChangeRange.Description"/>.</param>
    public static ImmutableArray<ChangeRange> Between(
        IReadOnlyList<ImmutableArray<ItemState>> before,
        IReadOnlyList<ImmutableArray<ItemState>> after,
        string description
    )
    {
        var log = new EventLog(after.Count);
        // An equal backlog has no change, and no improvement moves from it or to it.
        bool[] isChanged = [.. before.Zip(after, (was, now) => !was.AsSpan().SequenceEqual(now.AsSpan()))];
        log.Apply(new(null, DateOnly.MinValue), FilesOf(before));
        var known = log
            .Identities.Select(identity => (identity.Backlog, identity.Last, Figures: FiguresOf(identity)))
            .ToList();
        log.Apply(new(null, DateOnly.MaxValue), FilesOf(after));

        var deltas = new FiguresDelta[after.Count];
        var dropped = new int[after.Count];
        foreach (var identity in log.Identities)
        {
            deltas[identity.Backlog] += FiguresOf(identity);
            dropped[identity.Backlog] +=
                identity is { IsPresent: false, Last.IsOpen: true } && !IsNew(identity) ? 1 : 0;
        }

        foreach (var (backlog, _, figures) in known)
        {
            deltas[backlog] -= figures;
        }

        List<FileChange> FilesOf(IReadOnlyList<ImmutableArray<ItemState>> states) =>
            [
                .. states
                    .Index()
                    .Where(one => isChanged[one.Index])
                    .Select(one => new FileChange(one.Index, 0, [.. one.Item.DistinctBy(item => item.Key)])),
            ];

        bool IsNew(Identity identity) => identity.Number >= known.Count;

        ImmutableHashSet<string> Reaching(Status status, TrackedBacklog tracked) =>
            [
                .. tracked
                    .Present.Select(item => item.Identity)
                    .Where(identity =>
                        identity.Last.Status == status
                        && (IsNew(identity) || known[identity.Number].Last.Status != status)
                    )
                    .Select(identity => identity.Last.OwnKey),
            ];

        ChangeRange RangeOf(int backlog)
        {
            var tracked = log.Backlogs[backlog];
            return new()
            {
                Description = description,
                Captured = [.. tracked.Present.Where(item => IsNew(item.Identity)).Select(item => item.Key)],
                Changed =
                [
                    .. tracked
                        .Present.Select(item => item.Identity)
                        .Where(identity =>
                            IsNew(identity)
                            || known[identity.Number].Last.Fingerprint != identity.Last.Fingerprint
                            || known[identity.Number].Backlog != backlog
                        )
                        .Select(identity => identity.Last.OwnKey),
                ],
                Sighted =
                [
                    .. tracked
                        .Present.Select(item => item.Identity)
                        .Where(identity =>
                            !IsNew(identity) && identity.Last.Sightings > known[identity.Number].Last.Sightings
                        )
                        .Select(identity => identity.Last.OwnKey),
                ],
                Delta = deltas[backlog],
                Completed = Reaching(Status.Done, tracked),
                Rejected = Reaching(Status.Rejected, tracked),
                MovedIn = tracked.Present.Count(item =>
                    item.Identity.Last.IsOpen && !IsNew(item.Identity) && known[item.Identity.Number].Backlog != backlog
                ),
                Dropped = dropped[backlog],
            };
        }

        return
        [
            .. isChanged.Select((changed, backlog) => changed ? RangeOf(backlog) : new() { Description = description }),
        ];
    }

    /// <summary>The contribution of one improvement, present or removed.</summary>
    private static FiguresDelta FiguresOf(Identity identity) =>
        new(
            identity.IsPresent && identity.Last.IsOpen ? 1 : 0,
            identity.Last.Status is Status.Rejected ? 0 : 1,
            identity.Last.Status is Status.Done ? 1 : 0
        );
}

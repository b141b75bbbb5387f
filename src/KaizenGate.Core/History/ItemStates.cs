using System.Runtime.InteropServices;
using KaizenGate.Core.Backlogs.Titles;

namespace KaizenGate.Core.History;

/// <summary>Reduces improvements to states. Equal states become the same object.</summary>
/// <remarks>
/// Improvements of one revision with the same key become <c>key</c>, <c>key#2</c>, … in an order that does not depend on their
/// positions: closed ones first, then by fingerprint. Several with the same id and almost the same title, as in a table of open and in
/// one of completed improvements, are one: the first in this order.
/// </remarks>
/// <param name="shared">The states that are known already; they may be shared by threads, each with states of its own.</param>
internal sealed class ItemStates(ItemStates? shared = null)
{
    /// <summary>The size of each of two generations of improvements whose states are cached by reference.</summary>
    private const int MaxRecent = 16384;

    /// <summary>The number of improvements with the same id whose titles are compared with each other.</summary>
    private const int MostCompared = 16;

    private Dictionary<Improvement, ItemState> recent = new(ReferenceEqualityComparer.Instance);
    private Dictionary<Improvement, ItemState> older = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ulong, ItemState> known = [];
    private readonly Dictionary<(ItemState First, int Number), ItemState> numbered = [];
    private readonly Dictionary<string, int> positions = [];

    /// <summary>Makes states that were cached the objects that equal ones become.</summary>
    public void Know(IEnumerable<ItemState> cached)
    {
        foreach (var state in cached)
        {
            if (state.SharedKey is null)
            {
                known.TryAdd(state.Fingerprint, state);
            }
        }
    }

    /// <summary>Drops the improvements, which are larger than their states.</summary>
    public void Forget()
    {
        recent.Clear();
        older.Clear();
    }

    /// <summary>Returns the states of one file's different improvements, in the order of the file.</summary>
    public ImmutableArray<ItemState> Of(ImmutableArray<Improvement> improvements)
    {
        var states = new ItemState[improvements.Length];
        List<int>? repeated = null;
        positions.Clear();
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = Of(improvements[i]);
            if (!positions.TryAdd(states[i].Key, i))
            {
                (repeated ??= []).Add(i);
            }
        }

        if (repeated is not null)
        {
            Number(states, repeated);
            states = Array.FindAll(states, state => state is not null);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    /// <summary>Returns the state of an improvement whose key is unique in its file.</summary>
    public ItemState Of(Improvement item)
    {
        if (recent.TryGetValue(item, out var state))
        {
            return state;
        }

        if (recent.Count == MaxRecent)
        {
            (older, recent) = (recent, older);
            recent.Clear();
        }

        state = older.TryGetValue(item, out var earlier) ? earlier : Known(Reduce(item));
        recent.Add(item, state);
        return state;
    }

    private ItemState Known(ItemState state)
    {
        if (shared is not null && shared.known.TryGetValue(state.Fingerprint, out var cached) && cached == state)
        {
            return cached;
        }

        ref var equal = ref CollectionsMarshal.GetValueRefOrAddDefault(known, state.Fingerprint, out _);
        return equal == state ? equal : equal = state;
    }

    private static ItemState Reduce(Improvement item)
    {
        var isScoredBySection = IsFromSection(item, item.Impact) || IsFromSection(item, item.Effort);
        return new ItemState
        {
            Key = item.Key,
            Id = item.Key == item.Id?.ToUpperInvariant() ? item.Id : null,
            Title = item.Title,
            Status = item.Status,
            Impact = isScoredBySection ? null : item.Impact?.Value,
            Effort = isScoredBySection ? null : item.Effort?.Value,
            Score = isScoredBySection ? null : item.Score,
            Captured = item.Captured?.Value,
            Started = item.Started?.Value,
            Completed = item.Completed?.Value,
            Sightings = item.Sightings.Length,
            Outcome = item.Status is Status.Done ? StatedOutcome.Of(item) : null,
            Fingerprint = ItemFingerprint.Of(item),
        };
    }

    /// <summary>Whether a rating is only inferred from a heading: a move to another section must not look like a new score.</summary>
    private static bool IsFromSection(Improvement item, Written<double>? rating)
    {
        if (rating is not { Origin: ValueOrigin.Inferred })
        {
            return false;
        }

        foreach (var field in item.Fields)
        {
            var start = field.Span.Offset;
            if (rating.Span.Offset >= start && rating.Span.Offset <= start + field.Span.Length)
            {
                return false;
            }
        }

        return true;
    }

    private void Number(ItemState[] states, List<int> repeated)
    {
        foreach (var group in repeated.GroupBy(i => states[i].Key).ToList())
        {
            List<int> all = [positions[group.Key], .. group];
            var ordered = Different([
                .. all.Select(i => states[i]).OrderBy(state => state.IsOpen).ThenBy(state => state.Fingerprint),
            ]);
            foreach (var i in all)
            {
                states[i] = null!;
            }

            states[all[0]] = ordered[0];
            for (var (rank, number) = (1, 2); rank < ordered.Count; rank++, number++)
            {
                while (positions.ContainsKey($"{group.Key}#{number}"))
                {
                    number++;
                }

                states[all[rank]] = Numbered(ordered[rank], $"{group.Key}#{number}", rank + 1);
            }
        }
    }

    /// <summary>Returns the states without repetitions of the same improvement.</summary>
    private static List<ItemState> Different(List<ItemState> states)
    {
        if (states[0].Id is null)
        {
            return states;
        }

        var different = new List<ItemState>();
        foreach (var state in states)
        {
            if (!different.Take(MostCompared).Any(other => RewordedTitles.AreAlike(other.Title, state.Title)))
            {
                different.Add(state);
            }
        }

        return different;
    }

    private ItemState Numbered(ItemState state, string key, int number)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(numbered, (state, number), out _);
        return known?.Key == key ? known : known = state with { Key = key, SharedKey = state.OwnKey };
    }
}

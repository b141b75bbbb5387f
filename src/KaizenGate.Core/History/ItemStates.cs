using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History;

/// <summary>Reduces the improvements of revisions to what the history remembers. What says the same becomes the same object.</summary>
/// <remarks>
/// Improvements with the same key in one revision become <c>key</c>, <c>key#2</c>, … in an order that does not depend on their places:
/// the closed ones first, then by what is written about them.
/// </remarks>
internal sealed class ItemStates
{
    /// <summary>So many improvements, and as many again, are known by reference; older ones are reduced afresh.</summary>
    private const int MostRecent = 16384;

    private Dictionary<Improvement, ItemState> recent = new(ReferenceEqualityComparer.Instance);
    private Dictionary<Improvement, ItemState> before = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ulong, ItemState> known = [];
    private readonly Dictionary<(ItemState First, int Number), ItemState> numbered = [];
    private readonly Dictionary<string, int> places = [];

    /// <summary>The states of one file's improvements, in the order of the file.</summary>
    public ImmutableArray<ItemState> Of(ImmutableArray<Improvement> improvements)
    {
        var states = new ItemState[improvements.Length];
        List<int>? twins = null;
        places.Clear();
        for (var at = 0; at < states.Length; at++)
        {
            states[at] = Of(improvements[at]);
            if (!places.TryAdd(states[at].Key, at))
            {
                (twins ??= []).Add(at);
            }
        }

        if (twins is not null)
        {
            Number(states, twins);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    /// <summary>The state of an improvement whose key no other one in its file has.</summary>
    public ItemState Of(Improvement item)
    {
        if (recent.TryGetValue(item, out var state))
        {
            return state;
        }

        if (recent.Count == MostRecent)
        {
            (before, recent) = (recent, before);
            recent.Clear();
        }

        state = before.TryGetValue(item, out var earlier) ? earlier : Same(Reduce(item));
        recent.Add(item, state);
        return state;
    }

    private ItemState Same(ItemState state)
    {
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(known, state.Fingerprint, out _);
        return same is not null && same.Says(state) ? same : same = state;
    }

    private static ItemState Reduce(Improvement item)
    {
        var isScoredBySection = IsFromSection(item, item.Impact) || IsFromSection(item, item.Effort);
        return new ItemState
        {
            Key = item.Key,
            Id = item.Id,
            Title = item.Title,
            Status = item.Status,
            Impact = isScoredBySection ? null : item.Impact?.Value,
            Effort = isScoredBySection ? null : item.Effort?.Value,
            Score = isScoredBySection ? null : item.Score,
            Captured = item.Captured?.Value,
            Started = item.Started?.Value,
            Completed = item.Completed?.Value,
            Fingerprint = ItemFingerprint.Of(item),
        };
    }

    /// <summary>Whether a rating is only concluded from a heading: a move to another section must not look like a new score.</summary>
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

    private void Number(ItemState[] states, List<int> later)
    {
        foreach (var group in later.GroupBy(at => states[at].Key).ToList())
        {
            List<int> all = [places[group.Key], .. group];
            var ordered = all.Select(at => states[at])
                .OrderBy(state => state.IsOpen)
                .ThenBy(state => state.Fingerprint);
            // The sort keeps the order of what is equal, so the places of equals do not matter.
            var rank = 0;
            var number = 1;
            var ranks = ordered.ToList();
            var names = new string[ranks.Count];
            names[0] = group.Key;
            for (rank = 1; rank < names.Length; rank++)
            {
                do
                {
                    names[rank] = $"{group.Key}#{++number}";
                } while (places.ContainsKey(names[rank]));
            }

            for (rank = 0; rank < names.Length; rank++)
            {
                states[all[rank]] = rank == 0 ? ranks[0] : Numbered(ranks[rank], names[rank], number: rank + 1);
            }
        }
    }

    private ItemState Numbered(ItemState state, string key, int number)
    {
        ref var twin = ref CollectionsMarshal.GetValueRefOrAddDefault(numbered, (state, number), out _);
        return twin is not null && twin.Key == key ? twin : twin = state.As(key);
    }
}

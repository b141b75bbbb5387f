using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History;

/// <summary>Packs states of improvements, each once.</summary>
internal sealed class PackedStates(PackedBytes bytes)
{
    private readonly Dictionary<ItemState, int> places = new(ReferenceEqualityComparer.Instance);

    /// <summary>0 and the state when it is new, else its place among the states and one.</summary>
    public void Add(ItemState state)
    {
        if (places.TryGetValue(state, out var place))
        {
            bytes.Count(place + 1);
            return;
        }

        places.Add(state, places.Count);
        bytes.Number(0);
        bytes.Text(state.Key);
        bytes.Text(state.SharedKey);
        bytes.Text(state.Id);
        bytes.Text(state.Title);
        bytes.Count((int)state.Status);
        bytes.Amount(state.Impact);
        bytes.Amount(state.Effort);
        bytes.Amount(state.Score);
        bytes.Day(state.Captured);
        bytes.Day(state.Started);
        bytes.Day(state.Completed);
        bytes.Fixed(state.Fingerprint);
    }

    /// <summary>Reads the next state.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="known">The states so far; a new one is put in.</param>
    public static ItemState Read(ref UnpackedBytes bytes, List<ItemState> known)
    {
        if (bytes.Below(known.Count + 1) is > 0 and var place)
        {
            return known[place - 1];
        }

        var state = new ItemState
        {
            Key = bytes.Text() ?? throw UnpackedBytes.Broken(),
            SharedKey = bytes.Text(),
            Id = bytes.Text(),
            Title = bytes.Text() ?? throw UnpackedBytes.Broken(),
            Status = (Status)bytes.Below((int)Status.Rejected + 1),
            Impact = bytes.Amount(),
            Effort = bytes.Amount(),
            Score = bytes.Amount(),
            Captured = bytes.Day(),
            Started = bytes.Day(),
            Completed = bytes.Day(),
            Fingerprint = bytes.Fixed(),
        };
        known.Add(state);
        return state;
    }
}

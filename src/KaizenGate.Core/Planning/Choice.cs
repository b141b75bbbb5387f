using System.Collections.Immutable;

namespace KaizenGate.Core.Planning;

/// <summary>What was chosen, and from what.</summary>
/// <param name="Rivals">All that could be chosen, in the order of preference.</param>
/// <param name="Minutes">The time there was.</param>
/// <param name="Positions">The positions of the chosen ones, ascending.</param>
internal sealed record Choice(ImmutableArray<PlannedItem> Rivals, int Minutes, ImmutableArray<int> Positions)
{
    public ImmutableArray<PlannedItem> Chosen => [.. Positions.Select(position => Rivals[position])];

    /// <summary>The best choice.</summary>
    /// <param name="rivals">What there is to choose from, in the order of preference.</param>
    /// <param name="minutes">The time there is.</param>
    public static Choice Of(ImmutableArray<PlannedItem> rivals, int minutes) =>
        new(rivals, minutes, Knapsack.Best([.. rivals.Select(LoadOf)], minutes));

    /// <summary>The best choice that holds a certain rival, which fits.</summary>
    public Choice With(int position)
    {
        var own = Rivals[position];
        WorkItem[] loads = [.. Rivals.Select(LoadOf)];
        // What brings nothing is not taken: the others keep their positions.
        loads[position] = new WorkItem(0, 0);
        var others = Knapsack.Best(loads, Minutes - own.Minutes);
        return this with { Positions = [.. others.Append(position).Order()] };
    }

    public double Score => Positions.Sum(position => Rivals[position].Score);

    public int Time => Positions.Sum(position => Rivals[position].Minutes);

    private static WorkItem LoadOf(PlannedItem item) => new(item.Minutes, item.Score);
}

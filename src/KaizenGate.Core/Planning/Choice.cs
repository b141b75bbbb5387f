namespace KaizenGate.Core.Planning;

/// <summary>A selection of the candidates.</summary>
/// <param name="Candidates">In the order of preference.</param>
/// <param name="Minutes">The available time.</param>
/// <param name="Positions">The positions of the selected candidates, ascending.</param>
internal sealed record Choice(ImmutableArray<PlannedItem> Candidates, int Minutes, ImmutableArray<int> Positions)
{
    public ImmutableArray<PlannedItem> Chosen => [.. Positions.Select(position => Candidates[position])];

    /// <summary>Returns the selection with the highest total score.</summary>
    public static Choice Of(ImmutableArray<PlannedItem> candidates, int minutes) =>
        new(candidates, minutes, Knapsack.Best([.. candidates.Select(WorkItemOf)], minutes));

    /// <summary>Returns the best selection that contains one candidate, which must fit on its own.</summary>
    public Choice With(int position)
    {
        var own = Candidates[position];
        (int Minutes, double Score)[] workItems = [.. Candidates.Select(WorkItemOf)];
        // An item without a score is never selected, and the others keep their positions.
        workItems[position] = (0, 0);
        var others = Knapsack.Best(workItems, Minutes - own.Minutes);
        return this with { Positions = [.. others.Append(position).Order()] };
    }

    public double Score => Positions.Sum(position => Candidates[position].Score);

    public int Time => Positions.Sum(position => Candidates[position].Minutes);

    private static (int Minutes, double Score) WorkItemOf(PlannedItem item) => (item.Minutes, item.Score);
}

namespace KaizenGate.Core.History;

/// <summary>What a score comes from, with the score.</summary>
internal readonly record struct Ratings(double? Impact, double? Effort, double? Score)
{
    public static Ratings Of(ItemState state) => new(state.Impact, state.Effort, state.Score);
}

namespace KaizenGate.Planning;

/// <summary>What choosing something costs and brings.</summary>
/// <param name="Minutes">What it costs; at least 0.</param>
/// <param name="Score">What it brings; finite.</param>
internal readonly record struct Load(int Minutes, double Score);

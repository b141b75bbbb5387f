namespace KaizenGate.Core.History;

/// <summary>What a commit made of the improvement under one key.</summary>
/// <param name="Backlog">The number of the backlog.</param>
/// <param name="Was">What was there; null when it is new.</param>
/// <param name="Now">What is there; null when it vanished.</param>
/// <param name="Who">Who was there; null when it is new.</param>
internal readonly record struct ItemChange(int Backlog, ItemState? Was, ItemState? Now, Identity? Who);

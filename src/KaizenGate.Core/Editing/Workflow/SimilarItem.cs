namespace KaizenGate.Core.Editing.Workflow;

/// <summary>An improvement to capture that looks like a duplicate.</summary>
/// <param name="Item">The new improvement.</param>
/// <param name="Known">The similar one of the backlog or its archive; null for one of the new ones.</param>
/// <param name="Other">The similar one that is also new; null for one of the backlog.</param>
internal sealed record SimilarItem(NewItem Item, Improvement? Known, NewItem? Other);

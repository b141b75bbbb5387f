namespace KaizenGate.Core.Reading;

/// <summary>What an improvement in a list or a table depends on besides its text.</summary>
/// <param name="Start">The start of the title in the text.</param>
/// <param name="Header">The header of the table; empty for a list item.</param>
internal readonly record struct ItemPlace(ImprovementForm Form, int Start, string Header, InheritedContext Context);

/// <summary>An improvement as it was last read.</summary>
/// <param name="Item">Null when the text is not an improvement.</param>
internal sealed record CachedItem(ItemPlace Place, FoundItem? Item);

/// <summary>
/// Caches the improvements in lists and tables, so that a change to one does not cost reading all others of its section. A text is
/// cached at one place only. Not thread-safe.
/// </summary>
internal sealed class ItemMemo
{
    private const int MostCharacters = 2 * 1024 * 1024;

    private readonly TextMemo<CachedItem> items = new(MostCharacters);

    /// <summary>Returns what a text is at a place; null when unknown.</summary>
    public CachedItem? Find(ReadOnlySpan<char> text, ItemPlace place) =>
        items.Find(text) is { } known && known.Place == place ? known : null;

    public void Set(ReadOnlySpan<char> text, ItemPlace place, FoundItem? item) =>
        items.Set(text.ToString(), new CachedItem(place, item));
}

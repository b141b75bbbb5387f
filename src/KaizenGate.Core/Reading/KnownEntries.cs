using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Where a list item or a table row stands, as far as that matters to what it is.</summary>
/// <param name="Form">What it is read as.</param>
/// <param name="Header">The header of its table; empty for none.</param>
/// <param name="Around">The headings around it.</param>
/// <param name="EffortsAreSizes">Whether L means large.</param>
internal readonly record struct EntryContext(
    ImprovementForm Form,
    string Header,
    Surroundings Around,
    bool EffortsAreSizes
);

/// <summary>What list items and table rows turned out to be, so that a change of one does not cost the reading of its neighbours.</summary>
internal sealed class KnownEntries
{
    private const int MostCharacters = 2 * 1024 * 1024;
    private const int LongestText = 4 * 1024;

    /// <summary>In how many contexts a text is remembered.</summary>
    private const int MostContexts = 4;

    private readonly TextMemo<List<(EntryContext Context, FoundItem? Item)>> memo = new(MostCharacters);

    /// <summary>What a text was when it was last read there; null when it was no improvement.</summary>
    /// <returns>Whether that is known.</returns>
    public bool TryFind(ReadOnlySpan<char> text, in EntryContext context, out FoundItem? item)
    {
        item = null;
        if (text.Length > LongestText || memo.Find(text) is not { } known)
        {
            return false;
        }

        foreach (var one in known)
        {
            if (one.Context == context)
            {
                item = one.Item;
                return true;
            }
        }

        return false;
    }

    public void Add(ReadOnlySpan<char> text, in EntryContext context, FoundItem? item)
    {
        if (text.Length > LongestText)
        {
            return;
        }

        if (memo.Find(text) is not { } known)
        {
            memo.Set(text.ToString(), [(context, item)]);
            return;
        }

        if (known.Count == MostContexts)
        {
            known.RemoveAt(0);
        }

        known.Add((context, item));
    }
}

using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>An improvement at one of its places, with what is concluded from it to unite the places.</summary>
internal sealed class FoundItem(Improvement item)
{
    private List<FoundItem>? places;
    private Improvement? united;

    public Improvement Item { get; } = item;

    public string FoldedTitle => field ??= TitleText.NormalizeTitle(Item.Title);

    /// <summary>The improvement as it is with the other places that list it. The same places give the same object again.</summary>
    public Improvement With(List<FoundItem> others, Func<Improvement, List<FoundItem>, Improvement> unite)
    {
        if (united is null || !places!.SequenceEqual(others))
        {
            (places, united) = (others, unite(Item, others));
        }

        return united;
    }
}

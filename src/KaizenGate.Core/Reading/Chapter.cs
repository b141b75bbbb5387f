namespace KaizenGate.Reading;

/// <summary>
/// A heading of the second level with all that stands below it. Most revisions leave most chapters as they are; such a chapter is taken
/// over with all that was found in it.
/// </summary>
/// <param name="sections">Its sections, in order.</param>
internal sealed class Chapter(ReadSection[] sections)
{
    /// <summary>The level of the heading that begins a chapter. What stands above the chapters is short, and is put together each time.</summary>
    public const int Level = 2;

    private Surroundings? around;
    private bool effortsAreSizes;

    public ReadSection[] Sections => sections;

    /// <summary>All improvements in it, in order, as they were found last.</summary>
    public FoundItem[] Items { get; private set; } = [];

    /// <summary>Where the chapter ends that begins with a section; null when that section begins none that could stand for itself.</summary>
    public static int? End(RevisionCutter revision, int start)
    {
        if (revision[start] is not { Level: Level, HighestInside: > Level })
        {
            return null;
        }

        var end = start + 1;
        while (end < revision.Count && revision[end].Level > Level)
        {
            if (revision[end].HighestInside <= Level)
            {
                return null;
            }

            end++;
        }

        return end;
    }

    /// <summary>Whether the chapter has just these sections.</summary>
    public bool Is(RevisionCutter revision, int start, int end)
    {
        if (sections.Length != end - start)
        {
            return false;
        }

        for (var index = 0; index < sections.Length; index++)
        {
            if (!ReferenceEquals(sections[index], revision[start + index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether what was found holds in these surroundings.</summary>
    public bool HoldsFor(Surroundings outer, bool sizes) =>
        around is not null && effortsAreSizes == sizes && (ReferenceEquals(around, outer) || around == outer);

    /// <summary>Remembers what was found.</summary>
    public void Keep(Surroundings outer, bool sizes, FoundItem[] items) =>
        (around, effortsAreSizes, Items) = (outer, sizes, items);
}

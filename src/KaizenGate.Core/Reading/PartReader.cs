namespace KaizenGate.Core.Reading;

/// <summary>A heading that is an improvement, or members of a population that are improvements.</summary>
/// <param name="Context">What the headings above give to it.</param>
/// <param name="Heading">Null for a population.</param>
/// <param name="Population">Null for a heading.</param>
/// <param name="From">The index of the first member.</param>
/// <param name="Count">The number of members.</param>
internal readonly record struct FoundPart(
    InheritedContext Context,
    Scope? Heading,
    Population? Population,
    int From,
    int Count
)
{
    public FoundPart(InheritedContext context, Scope heading)
        : this(context, heading, null, 0, 1) { }

    public FoundPart(InheritedContext context, Population population)
        : this(context, null, population, 0, population.Count) { }
}

/// <summary>Reads the improvements that <see cref="ItemFinder"/> found. Not thread-safe.</summary>
internal sealed class PartReader(Labels labels, ImprovementReader reader)
{
    /// <summary>Fewer improvements are not worth a thread.</summary>
    private const int LeastConcurrent = 500;

    private readonly HeadingItems headings = new(labels, reader);
    private readonly EntryItems entries = new(labels, reader);
    private readonly TableItems tables = new(labels, reader);

    /// <summary>Reads parts of a text; many on all processors.</summary>
    /// <param name="parts">All parts, in the order of the text.</param>
    /// <param name="labels">The labels of fields.</param>
    /// <param name="places">The places of the text.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="problems">Receives what cannot be read.</param>
    /// <returns>The improvements, in the order of the text.</returns>
    public static List<FoundItem> Read(
        IReadOnlyList<FoundPart> parts,
        Labels labels,
        IPlaces places,
        ReadingOptions options,
        Problems problems
    )
    {
        var groups = Groups(parts);
        if (groups.Count <= 1)
        {
            return new PartReader(labels, new ImprovementReader(places, options, problems)).Read(parts);
        }

        var read = Concurrently.Select(
            groups,
            group =>
            {
                var own = new Problems();
                var reader = new PartReader(labels, new ImprovementReader(places, options, own));
                return (Items: reader.ReadAll(group, isWhole: false), Problems: own);
            }
        );
        var found = new List<FoundItem>(read.Sum(group => group.Items.Count));
        foreach (var group in read)
        {
            found.AddRange(group.Items);
            problems.AddRange(group.Problems);
        }

        References.Remove(found);
        return found;
    }

    /// <summary>Reads all parts, one after another.</summary>
    /// <inheritdoc cref="Read(IReadOnlyList{FoundPart}, Labels, IPlaces, ReadingOptions, Problems)"/>
    public List<FoundItem> Read(IReadOnlyList<FoundPart> parts)
    {
        var found = ReadAll(parts, isWhole: true);
        References.Remove(found);
        return found;
    }

    /// <summary>Divides parts into groups with as many improvements each, for all processors.</summary>
    private static List<List<FoundPart>> Groups(IReadOnlyList<FoundPart> parts)
    {
        var size = Concurrently.PartSize(parts.Sum(part => part.Count), LeastConcurrent);
        var groups = new List<List<FoundPart>>();
        var room = 0;
        foreach (var part in parts)
        {
            for (var rest = part; rest.Count > 0; )
            {
                if (room == 0)
                {
                    groups.Add(new(Math.Min(size, parts.Count)));
                    room = size;
                }

                var taken = Math.Min(room, rest.Count);
                groups[^1].Add(rest with { Count = taken });
                rest = rest with { From = rest.From + taken, Count = rest.Count - taken };
                room -= taken;
            }
        }

        return groups;
    }

    private List<FoundItem> ReadAll(IReadOnlyList<FoundPart> parts, bool isWhole)
    {
        var found = new List<FoundItem>(parts.Count);
        foreach (var part in parts)
        {
            if (part.Population is { } population)
            {
                found.AddRange(isWhole ? population.Read(part, Members) : Members(part));
            }
            else if (headings.Read(part.Heading!, part.Context) is { } item)
            {
                found.Add(item);
            }
        }

        return found;
    }

    private List<FoundItem> Members(FoundPart part)
    {
        var items = new List<FoundItem>(part.Count);
        var population = part.Population!;
        if (population.Form == PartForm.Row)
        {
            tables.Add(items, part);
            return items;
        }

        for (var index = part.From; index < part.From + part.Count; index++)
        {
            var member = population.Members[index];
            if (population.Form == PartForm.Entry)
            {
                entries.Add(items, (EntryNode)member.Node!, member, part.Context);
            }
            else
            {
                entries.AddLead(items, member, part.Context);
            }
        }

        return items;
    }
}

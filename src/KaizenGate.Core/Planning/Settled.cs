namespace KaizenGate.Planning;

/// <summary>What can be decided about rivals before they are weighed against each other.</summary>
/// <param name="Chosen">Those that are in every best selection.</param>
/// <param name="Open">Those that are in some best selections, or about which nothing is known, in their order.</param>
internal readonly record struct Settled(List<Worth> Chosen, List<Worth> Open)
{
    /// <summary>
    /// Compares, for each rival, the most that any selection could reach without it (or with it) with what one selection does reach. The most is
    /// that of the relaxed problem, in which parts of a load may be taken (Dantzig 1957); where it is less, the matter is settled.
    /// </summary>
    /// <param name="rivals">The rivals, each of which fits alone.</param>
    /// <param name="capacity">The capacity, in the unit of the weights.</param>
    public static Settled Of(List<Worth> rivals, int capacity)
    {
        var relaxed = new Relaxed(rivals, capacity);
        var chosen = new List<Worth>();
        var open = new List<Worth>();
        for (var at = 0; at < relaxed.Sorted.Length; at++)
        {
            var rival = relaxed.Sorted[at];
            if (at < relaxed.Break && relaxed.MostWithout(at) < relaxed.Reached)
            {
                chosen.Add(rival);
            }
            else if (at < relaxed.Break || relaxed.MostWith(at) >= relaxed.Reached)
            {
                open.Add(rival);
            }
        }

        return new(chosen, [.. open.OrderBy(rival => rival.Position)]);
    }
}

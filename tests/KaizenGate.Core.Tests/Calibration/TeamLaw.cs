namespace KaizenGate.Core.Tests.Calibration;

/// <summary>A kind of team with a known law, a row of the calibration table.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Begin">Returns what a new team does on each day: from Monday to Sunday, starting with the first commit.</param>
/// <param name="Early">The share of teams with a failed gate in weeks 1 to 13 that is allowed, or required.</param>
/// <param name="Late">The same in weeks 14 to 26.</param>
internal sealed record TeamLaw(string Name, Func<Team, Action> Begin, double Early, double Late)
{
    /// <summary>Null for a healthy team, whose shares are upper bounds; else the latest median week of the first failure.</summary>
    public int? CaughtBy { get; init; }

    /// <summary>The number of teams in one repository.</summary>
    public int Members { get; init; } = 1;

    /// <summary>After how many days closed improvements are pruned; null for never.</summary>
    public int? PrunesAfter { get; init; }

    public bool IsHealthy => CaughtBy is null;

    /// <summary>Lets a new repository of this kind live.</summary>
    /// <param name="seed">The number of the repository.</param>
    /// <param name="weeks">How long.</param>
    public TeamRepository Live(int seed, int weeks)
    {
        var random = new Random(seed);
        // Any Monday of two years, so that weeks and months begin together in all ways.
        var firstDay = new DateOnly(2024, 1, 1).AddDays(7 * random.Next(104));
        var repository = new TeamRepository(firstDay, weeks);
        for (var number = 0; number < Members; number++)
        {
            var prefix = $"{(char)('A' + number)}IMP";
            var team = new Team(random, firstDay, prefix) { PrunesAfter = PrunesAfter };
            var workDay = Begin(team);
            while (team.Day < 7 * weeks)
            {
                workDay();
            }

            repository.Teams.Add(team);
        }

        return repository;
    }
}

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>The examples and tables of <c>docs/statistics.md</c>.</summary>
internal static class StatisticsPage
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("docs", "statistics.md"));

    /// <summary>The lines <c>name = value</c> of the example of a rule.</summary>
    public static IReadOnlyDictionary<string, string> Example(string ruleId) =>
        Lines
            .SkipWhile(line => line != $"```text {ruleId}")
            .Skip(1)
            .TakeWhile(line => line != "```")
            .Select(line => (line, at: line.LastIndexOf(" = ", StringComparison.Ordinal)))
            .ToDictionary(entry => entry.line[..entry.at], entry => entry.line[(entry.at + 3)..]);

    /// <summary>The rows of the table whose first header is given, without that header and its rule.</summary>
    public static IReadOnlyList<string[]> Table(string firstHeader, string page = "statistics.md") =>
        [
            .. File.ReadLines(Repository.PathOf("docs", page))
                .SkipWhile(line => !line.StartsWith($"| {firstHeader} |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];

    /// <summary>
    /// Checks simulated counts against the percentages of a row, within four standard errors of the simulation and the rounding
    /// of the page. A dash is not simulated.
    /// </summary>
    public static void AssertNear(string[] cells, int[] fired, int trials)
    {
        for (var column = 0; column < fired.Length; column++)
        {
            if (cells[column] is "–")
            {
                continue;
            }

            var expected = double.Parse(cells[column]) / 100;
            var error = Math.Sqrt(Math.Max(expected * (1 - expected), 0.0005) / trials);
            Assert.Equal(expected, (double)fired[column] / trials, (4 * error) + 0.0005);
        }
    }
}

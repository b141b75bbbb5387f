using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>What a panel says in the place of its chart.</summary>
internal static class MissingValue
{
    /// <param name="has">How many weeks there are.</param>
    /// <param name="needs">How many it takes.</param>
    /// <param name="missing">Why there are none, with the remedy; null when they are only too few.</param>
    public static string Weeks(int has, int needs, string? missing) =>
        missing is null ? $"Has {Wording.Count(has, "week")}, needs {needs}." : SentenceCase.Of(missing);
}

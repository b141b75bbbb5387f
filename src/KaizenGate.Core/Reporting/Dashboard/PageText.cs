using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Phrases that the parts of a page share.</summary>
internal static class PageText
{
    private const int LongestPath = 80;

    /// <summary>The message with a capital letter and a full stop.</summary>
    public static string Sentence(string message)
    {
        var first =
            message.Length > 0 && char.IsAsciiLetterLower(message[0])
                ? $"{char.ToUpperInvariant(message[0])}{message[1..]}"
                : message;
        return first.Length == 0 || first[^1] is '.' or '…' or '!' or '?' ? first : $"{first}.";
    }

    /// <summary>Why a chart of weeks cannot be drawn: why there are none, or else how many it needs.</summary>
    public static string NeedsWeeks(int has, int needs, string? missing = null) =>
        missing is null ? $"Has {Wording.Count(has, "week")}, needs {needs}." : Sentence(missing);

    /// <summary>The first backlog and the number of the others.</summary>
    public static string Backlogs(Verdict verdict) =>
        verdict.Backlogs switch
        {
            [] => "no backlog",
            [var one] => VisibleText.Cut(one.Backlog.File.Path, LongestPath),
            [var first, .. var rest] =>
                $"{VisibleText.Cut(first.Backlog.File.Path, LongestPath)} and {rest.Length} more",
        };

    public static string Hours(Figure hours) => Hours(hours.Value);

    /// <summary>Hours with their unit; a dash when unknown.</summary>
    public static string Hours(double? hours) => hours is { } known ? $"{PlotNumber.Short(known)} h" : "–";
}

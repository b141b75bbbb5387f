using KaizenGate.Backlogs;
using KaizenGate.Planning;

namespace KaizenGate.Reporting.Phrasing;

/// <summary>Commands that somebody may copy from a report to a shell.</summary>
internal static class CommandHint
{
    private const string Program = "dotnet kaizen";
    private const int LongestId = 64;

    /// <summary>How to begin the first of the new work; null when there is none.</summary>
    public static string? Start(Plan plan) =>
        plan.Chosen.IsEmpty ? null : $"{Program} start {Argument(plan.Chosen[0].Item)}";

    /// <summary>How to write the target dates of the plan into the backlog.</summary>
    public static string Commit => $"{Program} plan --commit";

    public static string Score(Improvement item) => $"{Program} score {Argument(item)} --impact N --effort N";

    public static string Defer(Improvement item) =>
        $"{Program} defer {Argument(item)} --reason \"…\" --until YYYY-MM-DD";

    public static string Measure(Improvement item) => $"{Program} done {Argument(item)} --hours N --measured \"…\"";

    /// <summary>The id, if it means nothing else to any shell and is no option; else a word in its place.</summary>
    private static string Argument(Improvement item) =>
        item.Id is { Length: > 0 and <= LongestId } id && char.IsAsciiLetterOrDigit(id[0]) && id.All(IsHarmless)
            ? id
            : "ID";

    private static bool IsHarmless(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}

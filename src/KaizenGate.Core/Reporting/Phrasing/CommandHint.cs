using KaizenGate.Core.Checking;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Commands to copy from a report to a shell.</summary>
internal static class CommandHint
{
    private const string Program = "dotnet kaizen";
    private const int LongestId = 64;

    /// <summary>Starts the first new improvement of the plan; null if there is none.</summary>
    public static string? Start(Plan plan) =>
        plan.Chosen.IsEmpty ? null : $"{Program} start {Argument(plan.Chosen[0].Item)}";

    /// <summary>Writes the target dates of the plan to the backlog.</summary>
    public static string Commit => $"{Program} plan --commit";

    public static string Plan => $"{Program} plan";

    /// <summary>The command to run next about a finding.</summary>
    public static string Next(Finding finding) =>
        finding.Item is { } item
            ? Next(finding.Rule).Replace("ITEM", Argument(item), StringComparison.Ordinal)
            : Next(finding.Rule);

    /// <summary>The command to run next after a finding of a rule; ITEM is its improvement.</summary>
    public static string Next(Rule rule) =>
        rule switch
        {
            { Next: { } next } => $"{Program} {next}",
            { FixedBy: FixingCommand.Fix } => $"{Program} fix",
            { FixedBy: FixingCommand.Baseline } => $"{Program} baseline",
            { Id: var id } => $"{Program} explain {id}",
        };

    public static string Score(Improvement item) => $"{Program} score {Argument(item)} --impact N --effort N";

    public static string Defer(Improvement item) =>
        $"{Program} defer {Argument(item)} --reason \"…\" --until YYYY-MM-DD";

    public static string Measure(Improvement item) => $"{Program} done {Argument(item)} --hours N --measured \"…\"";

    /// <summary>The id if it is safe in every shell, else a placeholder.</summary>
    private static string Argument(Improvement item) =>
        item.Id is { Length: > 0 and <= LongestId } id && char.IsAsciiLetterOrDigit(id[0]) && id.All(IsHarmless)
            ? id
            : "ID";

    private static bool IsHarmless(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}

using KaizenGate.Core.Checking;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>
/// Commands to copy from a report to a shell. Agents run them: they contain nothing from a backlog except an
/// <see cref="ItemReference"/>, and words in capitals are values to fill in.
/// </summary>
internal static class CommandHint
{
    private const string Program = "dotnet kaizen";

    /// <summary>Starts the first new improvement of the plan; null if there is none.</summary>
    public static string? Start(Plan plan) =>
        plan.Chosen.IsEmpty ? null : $"{Program} start {ItemReference.Of(plan.Chosen[0].Item)}";

    /// <summary>Writes the target dates of the plan to the backlog.</summary>
    public static string Commit => $"{Program} plan --commit";

    public static string Plan => $"{Program} plan";

    /// <summary>The command to run next about a finding.</summary>
    public static string Next(Finding finding) =>
        finding.Item is { } item
            ? Next(finding.Rule).Replace("ITEM", ItemReference.Of(item), StringComparison.Ordinal)
            : Next(finding.Rule);

    /// <summary>The command that a person runs next about all findings of a rule; null when there is none.</summary>
    public static string? NextForAll(Rule rule) => rule.NextForAll is { } next ? $"{Program} {next}" : null;

    /// <summary>The command to run next after a finding of a rule; ITEM is its improvement.</summary>
    public static string Next(Rule rule) =>
        rule switch
        {
            { Next: { } next } => $"{Program} {next}",
            { FixedBy: FixingCommand.Fix } => $"{Program} fix",
            { Id: var id } => $"{Program} explain {id}",
        };

    public static string Score(Improvement item) => $"{Program} score {ItemReference.Of(item)} --impact N --effort N";

    public static string Defer(Improvement item) =>
        $"{Program} defer {ItemReference.Of(item)} --reason 'REASON' --until DATE";

    public static string MeasureAgain(Improvement item) => $"{Program} done {ItemReference.Of(item)} --again 'RESULT'";

    public static string Measure(Improvement item) =>
        $"{Program} done {ItemReference.Of(item)} --hours N --measured 'RESULT'";
}

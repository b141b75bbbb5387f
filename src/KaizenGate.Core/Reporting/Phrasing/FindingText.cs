using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>A finding, an input error or a rule that was not evaluated, in words.</summary>
internal static class FindingText
{
    private const int LongestName = 60;

    /// <summary>
    /// The message, followed by the improvement's name if the message does not contain it, and by its address in a tracker, for formats
    /// whose place is that in the file. Not escaped.
    /// </summary>
    public static string Message(Finding finding) =>
        finding.Item?.Address is { } address ? $"{Sentence(finding)} ({address})" : Sentence(finding);

    /// <summary>The message, followed by the improvement's name if the message does not contain it. Not escaped.</summary>
    public static string Sentence(Finding finding) => $"{VisibleText.Message(finding.Message)}{NameSuffix(finding)}";

    /// <summary>A dash and the name that follows the message; empty if the message contains it or there is no improvement.</summary>
    public static string NameSuffix(Finding finding) =>
        finding.Item is { } item
        && !(item.Id is { Length: > 0 } id && finding.Message.Contains(id, StringComparison.Ordinal))
        && !(item.Title.Length > 0 && finding.Message.Contains(item.Title, StringComparison.Ordinal))
            ? $" — {VisibleText.Cut(item.Name, LongestName)}"
            : "";

    /// <summary>The reference of an improvement without an id, in brackets after a space; empty for others.</summary>
    public static string ReferenceSuffix(Finding finding) =>
        finding.Item is { Id: null } item ? $" [{ItemReference.Short(item)}]" : "";

    /// <summary>The findings that count, errors before warnings before infos, otherwise in the order of the verdict.</summary>
    public static IEnumerable<Finding> WorstFirst(Verdict verdict) =>
        verdict.Findings.Where(finding => finding.Counts).OrderByDescending(finding => finding.Severity);

    /// <summary>The address in a tracker, or <c>path:line:column</c>, which terminals turn into links; safe at the start of a line.</summary>
    public static string Place(Finding finding) =>
        finding.Item?.Address is { } address
            ? LogText.Path(address)
            : $"{LogText.Path(finding.File.Path)}:{finding.Span.Line}:{finding.Span.Column}";

    /// <summary>The line in text and JUnit reports; safe in any log.</summary>
    public static string Line(Finding finding) =>
        $"{Place(finding)} {StatusText.Words(finding.Severity)} {finding.Rule.Id} {LogText.Of(Sentence(finding))}";

    /// <summary><c>low-execution-rate</c> as "Low execution rate".</summary>
    public static string Title(Rule rule) =>
        rule.Name.Length == 0 ? "" : $"{char.ToUpperInvariant(rule.Name[0])}{rule.Name[1..].Replace('-', ' ')}";

    /// <summary>The line for logs: <c>path not evaluated KZ301: needs 10 …</c>; it may begin a line.</summary>
    public static string Line(NotEvaluatedRule missing) =>
        $"{LogText.Path(missing.File.Path)} not evaluated {missing.Rule.Id}: {LogText.Message(missing.Reason)}";

    /// <summary><c>path KZ301: needs 10 …</c>; safe in any log.</summary>
    public static string Reason(NotEvaluatedRule missing) =>
        $"{LogText.Path(missing.File.Path)} {missing.Rule.Id}: {LogText.Message(missing.Reason)}";

    /// <summary><c>path:line:column: </c> as far as known; safe at the start of a line.</summary>
    public static string Place(InputError error) =>
        error switch
        {
            { Path: null } => "",
            { Line: null } => $"{LogText.Path(error.Path)}: ",
            _ => $"{LogText.Path(error.Path)}:{error.Line}:{error.Column ?? 1}: ",
        };

    /// <summary>The error and its remedy.</summary>
    public static string Message(InputError error) => $"{error.Message.TrimEnd('.')}. {error.Help}";
}

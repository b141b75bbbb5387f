using KaizenGate.Checking;
using KaizenGate.Escaping;

namespace KaizenGate.Reporting.Phrasing;

/// <summary>One finding in words.</summary>
internal static class FindingText
{
    private const int LongestName = 60;

    /// <summary>The message, and behind it the improvement's name where the message does not give it away. Not yet escaped.</summary>
    public static string Message(Finding finding) => $"{Cut(finding.Message)}{NameBehind(finding)}";

    /// <summary>The name behind the message with its dash; empty where the message names the improvement or there is none.</summary>
    public static string NameBehind(Finding finding) =>
        finding.Item is { } item
        && !(item.Id is { Length: > 0 } id && finding.Message.Contains(id, StringComparison.Ordinal))
        && !(item.Title.Length > 0 && finding.Message.Contains(item.Title, StringComparison.Ordinal))
            ? $" — {VisibleText.Cut(item.Name, LongestName)}"
            : "";

    /// <summary><c>path:line:column</c>, which terminals make a link of; it may stand at the start of a line.</summary>
    public static string Place(Finding finding) =>
        $"{LogText.Path(finding.File.Path)}:{finding.Span.Line}:{finding.Span.Column}";

    /// <summary>The line that text and JUnit show; safe in any log.</summary>
    public static string Line(Finding finding) =>
        $"{Place(finding)} {SeverityText.Of(finding.Severity)} {finding.Rule.Id} {LogText.Of(Message(finding))}";

    private static string Cut(string message) => VisibleText.Message(message);
}

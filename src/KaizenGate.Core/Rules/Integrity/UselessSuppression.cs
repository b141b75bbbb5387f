using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Integrity;

/// <summary>KZ906.</summary>
internal static class UselessSuppression
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ906",
            Name = "useless-suppression",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Warning,
            Summary = "A comment that suppresses a rule suppresses nothing, names no rule or gives no reason.",
            Rationale =
                "A suppression is a promise that somebody looked and decided. "
                + "One without a reason cannot be judged by the next reader, and one that is no longer needed hides the next real problem.",
            Remedy = "Remove the comment, correct the rule it names, or write the reason behind a colon.",
            // What a suppression did is known only after all other rules have spoken.
            Check = _ => [],
        };

    public static Violation WithoutRule(Suppression suppression, Improvement? item) =>
        new(
            suppression.Span,
            "the suppression names no rule; write the id of one, `kaizen-disable KZ305: reason`",
            item
        );

    public static Violation WithoutReason(Suppression suppression, Improvement? item) =>
        new(
            suppression.Span,
            $"the suppression of {string.Join(", ", suppression.Rules.Select(Quote.Of))} gives no reason, so it suppresses nothing; write one behind a colon",
            item
        );

    public static Violation OfUnknownRule(Suppression suppression, string word, string? nearest, Improvement? item) =>
        new(
            suppression.Span,
            $"the suppression names {Quote.Of(word)}, which is no rule; {(nearest is null ? "`dotnet kaizen rules` lists them" : $"{nearest} is the nearest one")}",
            item
        );

    public static Violation WithoutItem(Suppression suppression, Rule rule) =>
        new(suppression.Span, $"no improvement follows the suppression of {rule.Id}; move it before one or remove it");

    public static Violation WithoutEffect(Suppression suppression, Rule rule, Improvement? item) =>
        new(
            suppression.Span,
            $"the suppression of {rule.Id} suppresses nothing {(item is null ? "in this file" : "here")}; remove it",
            item
        );
}

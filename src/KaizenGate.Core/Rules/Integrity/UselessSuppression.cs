using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

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
            Summary = "A comment that suppresses a rule has no effect, no rule or no reason.",
            Rationale =
                "A suppression records a decision. Without a reason the next reader cannot review it, and one that is no longer "
                + "needed hides the next real finding.",
            Remedy = "Remove the comment, correct the rule it names, or add a reason after a colon.",
            // The effect of a suppression is known only after all other rules.
            Check = _ => [],
        };

    public static Violation WithoutRule(Suppression suppression, Improvement? item) =>
        new(suppression.Span, "the suppression names no rule; add one, as in `kaizen-disable KZ305: reason`", item);

    public static Violation WithoutReason(Suppression suppression, Improvement? item) =>
        new(
            suppression.Span,
            $"the suppression of {string.Join(", ", suppression.Rules.Select(Quote.Of))} has no reason, so it has no effect; add one after a colon",
            item
        );

    public static Violation OfUnknownRule(Suppression suppression, string word, string? nearest, Improvement? item) =>
        new(
            suppression.Span,
            $"unknown rule {Quote.Of(word)}; {(nearest is null ? "`dotnet kaizen rules` lists the rules" : $"did you mean {nearest}?")}",
            item
        );

    public static Violation WithoutItem(Suppression suppression, Rule rule) =>
        new(suppression.Span, $"no improvement follows the suppression of {rule.Id}; move it before one or remove it");

    public static Violation WithoutEffect(Suppression suppression, Rule rule, Improvement? item) =>
        new(
            suppression.Span,
            $"the suppression of {rule.Id} has no effect {(item is null ? "in this file" : "here")}; remove it",
            item
        );
}

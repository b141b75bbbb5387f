using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Document;

/// <summary>KZ502.</summary>
internal static class UnquantifiedOutcome
{
    /// <summary>English words that are as measurable as a number.</summary>
    private static readonly ImmutableArray<string> NumberWords =
    [
        "zero",
        "half",
        "halve",
        "halves",
        "halved",
        "double",
        "doubles",
        "doubled",
        "twice",
        "triple",
    ];

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ502",
            Name = "unquantified-outcome",
            Stage = Stage.Document,
            DefaultSeverity = Severity.Info,
            Summary = "The expected outcome of an active improvement has no number.",
            Rationale = "\"Faster\" is always reached and never proved. A number can be measured afterwards.",
            Remedy = "Name what you will measure and how far it should move, such as `p95 from 30 s to 5 s`.",
            Next = "show ITEM",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context
            .Active.Where(item => item.ExpectedOutcome is { } outcome && !HasNumber(outcome.Value))
            .Select(item => new Violation(
                item.ExpectedOutcome!.Span,
                "the expected outcome has no number; add a value that can be measured",
                item
            ));

    private static bool HasNumber(string text) => text.Any(char.IsNumber) || HasNumberWord(text);

    private static bool HasNumberWord(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = 0;
            while (length < text.Length && char.IsLetter(text[length]))
            {
                length++;
            }

            foreach (var word in NumberWords)
            {
                if (text[..length].Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            text = text[Math.Min(length + 1, text.Length)..];
        }

        return false;
    }
}

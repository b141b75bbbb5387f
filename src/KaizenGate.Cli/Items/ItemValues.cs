using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Cli.Items;

/// <summary>A field that can be given on the command line and in JSON.</summary>
/// <param name="Field">The field.</param>
/// <param name="Option">The option without dashes; also its name in JSON.</param>
/// <param name="Alias">Its other name in JSON, that of the report; null for none.</param>
/// <param name="HelpName">What stands for its value in the help.</param>
/// <param name="Help">What it is.</param>
internal sealed record ItemValue(FieldName Field, string Option, string? Alias, string HelpName, string Help);

/// <summary>The values that a new improvement can have.</summary>
internal static class ItemValues
{
    public static ImmutableArray<ItemValue> All { get; } =
    [
        new(FieldName.Impact, "impact", null, "N", "How much it helps, from 1 to 10."),
        new(FieldName.Effort, "effort", null, "N", "How much work it is, from 1 to 10, 10 being the most."),
        new(
            FieldName.Category,
            "category",
            null,
            "NAME",
            "Performance, Quality, Developer Experience, Technical Debt or Feature."
        ),
        new(FieldName.Owner, "owner", null, "NAME", "Who does it."),
        new(FieldName.CurrentState, "current", "currentState", "TEXT", "How it is now."),
        new(FieldName.ProposedSolution, "solution", "proposedSolution", "TEXT", "What to do about it."),
        new(FieldName.ExpectedOutcome, "outcome", "expectedOutcome", "TEXT", "What it will bring, with a number."),
        new(FieldName.SuccessCriteria, "criteria", "successCriteria", "TEXT", "How to tell that it is done."),
        new(FieldName.EstimatedHours, "hours", "estimatedHours", "N", "How many hours it will take."),
    ];

    /// <summary>A value as it is written.</summary>
    /// <param name="value">The value.</param>
    /// <param name="text">As it was given.</param>
    /// <param name="scoring">The scale.</param>
    /// <exception cref="InputException">It makes no sense.</exception>
    public static string Checked(ItemValue value, string text, Scoring scoring) =>
        value.Field switch
        {
            FieldName.Impact or FieldName.Effort => Rating(value.Option, text, scoring.Scale),
            FieldName.EstimatedHours => Editing.Steps.Savings.Hours(Hours("--hours", text)),
            _ when string.IsNullOrWhiteSpace(text) => throw Wrong(
                $"--{value.Option} is empty",
                "Give it a text, or leave it out."
            ),
            _ => text.Trim(),
        };

    /// <summary>A rating on the scale of the backlog.</summary>
    /// <exception cref="InputException">It is no whole number of the scale.</exception>
    public static string Rating(string option, string text, int scale) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= scale
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw Wrong(
                $"--{option} is {Quote.Of(text)}; it must be a whole number from 1 to {scale}",
                $"For example --{option} {scale * 7 / 10}."
            );

    /// <summary>A number of hours.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static double Hours(string option, string text)
    {
        const double Most = 10_000;
        return
            double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours is > 0 and <= Most
            ? hours
            : throw Wrong(
                $"{option} is {Quote.Of(text)}; it must be a number of hours above 0, at most {Most:0}",
                $"For example {option} 2.5."
            );
    }

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}

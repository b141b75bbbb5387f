using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Escaping;

namespace KaizenGate.Cli.Items;

/// <summary>A field that can be given on the command line and in JSON.</summary>
/// <param name="Field">The field; its name in the reports is also accepted in JSON.</param>
/// <param name="Option">The option without dashes; also its name in JSON.</param>
/// <param name="HelpName">What stands for its value in the help.</param>
/// <param name="Help">What it is.</param>
/// <param name="IsAsked">Whether <c>add</c> asks for it on a terminal.</param>
internal sealed record ItemValue(
    FieldDefinition Field,
    string Option,
    string HelpName,
    string Help,
    bool IsAsked = false
);

/// <summary>The values that a new improvement can have.</summary>
internal static class ItemValues
{
    public static ImmutableArray<ItemValue> All { get; } =
    [
        new(FieldCatalog.Impact, "impact", "N", "How much it helps, from 1 to 10.", IsAsked: true),
        new(FieldCatalog.Effort, "effort", "N", "How much work it is, from 1 to 10, 10 being the most.", IsAsked: true),
        new(
            FieldCatalog.Category,
            "category",
            "NAME",
            "Performance, Quality, Developer Experience, Technical Debt or Feature.",
            IsAsked: true
        ),
        new(FieldCatalog.Owner, "owner", "NAME", "Who does it."),
        new(FieldCatalog.CurrentState, "current", "TEXT", "How it is now."),
        new(FieldCatalog.ProposedSolution, "solution", "TEXT", "What to do about it.", IsAsked: true),
        new(FieldCatalog.ExpectedOutcome, "outcome", "TEXT", "What it will bring, with a number.", IsAsked: true),
        new(FieldCatalog.SuccessCriteria, "criteria", "TEXT", "How to tell that it is done."),
        new(FieldCatalog.EstimatedHours, "hours", "N", "How many hours it will take."),
    ];

    /// <summary>A value as it is written.</summary>
    /// <param name="value">The value.</param>
    /// <param name="text">As it was given.</param>
    /// <param name="scoring">The scale.</param>
    /// <exception cref="InputException">It makes no sense.</exception>
    public static string Checked(ItemValue value, string text, Scoring scoring) =>
        value.Field.Kind switch
        {
            FieldKind.Rating => Rating(value.Option, text, scoring.Scale),
            FieldKind.Hours => Editing.Workflow.Savings.Hours(Hours("--hours", text)),
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
                $"--{option} is {Quoted.Of(text)}; it must be a whole number from 1 to {scale}",
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
                $"{option} is {Quoted.Of(text)}; it must be a number of hours above 0, at most {Most:0}",
                $"For example {option} 2.5."
            );
    }

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}

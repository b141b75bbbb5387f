using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Cli.Items;

/// <summary>A field that can be set on the command line and in JSON.</summary>
/// <param name="Field">The field; its name in the reports is also accepted in JSON.</param>
/// <param name="Option">Name of the option without dashes, and of the JSON property.</param>
/// <param name="HelpName">Placeholder of the value in the help.</param>
/// <param name="Help">Description in the help.</param>
/// <param name="IsAsked">Whether <c>add</c> asks for it on a terminal.</param>
internal sealed record ItemValue(
    FieldDefinition Field,
    string Option,
    string HelpName,
    string Help,
    bool IsAsked = false
);

/// <summary>The fields of a new improvement.</summary>
internal static class ItemValues
{
    public static ImmutableArray<ItemValue> All { get; } =
    [
        new(FieldCatalog.Impact, "impact", "N", "Benefit from 1 (low) to 10 (high).", IsAsked: true),
        new(FieldCatalog.Effort, "effort", "N", "Work from 1 (little) to 10 (much).", IsAsked: true),
        new(
            FieldCatalog.Category,
            "category",
            "NAME",
            "Performance, Quality, Developer Experience, Technical Debt or Feature.",
            IsAsked: true
        ),
        new(FieldCatalog.Owner, "owner", "NAME", "Who works on it."),
        new(FieldCatalog.CurrentState, "current", "TEXT", "The current state."),
        new(FieldCatalog.ProposedSolution, "solution", "TEXT", "The proposed solution.", IsAsked: true),
        new(FieldCatalog.ExpectedOutcome, "outcome", "TEXT", "The expected outcome, with a number.", IsAsked: true),
        new(FieldCatalog.SuccessCriteria, "criteria", "TEXT", "The criteria for success."),
        new(FieldCatalog.EstimatedHours, "hours", "N", "The estimate in hours."),
    ];

    /// <summary>The fields that <c>edit</c> sets: all except those that other commands decide or that are computed.</summary>
    public static ImmutableArray<ItemValue> Edited { get; } =
    [
        .. All,
        .. FieldCatalog
            .Table.WithLabels.Where(field =>
                field.Kind
                    is not (
                        FieldKind.Id
                        or FieldKind.Title
                        or FieldKind.Status
                        or FieldKind.Score
                        or FieldKind.Priority
                    )
                && All.All(value => value.Field != field)
            )
            .Select(Of),
    ];

    /// <summary>A value as it is written to the file; null for an empty one, which removes the field.</summary>
    /// <exception cref="InputException">The value is invalid.</exception>
    public static string? CheckedOrRemoved(ItemValue value, string text, Scoring scoring) =>
        string.IsNullOrWhiteSpace(text) ? null : Checked(value, text, scoring);

    /// <summary>A value as it is written to the file.</summary>
    /// <exception cref="InputException">The value is invalid.</exception>
    public static string Checked(ItemValue value, string text, Scoring scoring) =>
        value.Field.Kind switch
        {
            FieldKind.Rating => Rating(value.Option, text, scoring.Scale),
            FieldKind.Hours => Savings.Hours(Hours($"--{value.Option}", text)),
            FieldKind.Date => $"{AsOf.Day(text.Trim(), $"--{value.Option}"):yyyy-MM-dd}",
            FieldKind.Savings => Savings.Read(text).Text,
            _ when string.IsNullOrWhiteSpace(text) => throw new InputException(
                $"--{value.Option} is empty",
                "Add a text, or omit the option."
            ),
            _ => text.Trim(),
        };

    /// <summary>The option of a field that has none of its own: <c>--target-date</c>.</summary>
    private static ItemValue Of(FieldDefinition field)
    {
        var option = string.Concat(
            field.Name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}")
        );
        var placeholder = field.Kind switch
        {
            FieldKind.Date => "DATE",
            FieldKind.Hours or FieldKind.Ratio => "N",
            _ => "TEXT",
        };
        return new(field, option, placeholder, $"{char.ToUpperInvariant(field.Meaning[0])}{field.Meaning[1..]}.");
    }

    /// <summary>A rating on the scale of the backlog.</summary>
    /// <exception cref="InputException">The text is not a whole number on the scale.</exception>
    public static string Rating(string option, string text, int scale) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= scale
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new InputException(
                $"--{option} must be a whole number from 1 to {scale}, not {Quote.Of(text)}",
                $"For example --{option} {scale * 7 / 10}."
            );

    /// <summary>Refuses a measurement without a number: <c>p95=fast</c>. The digits of a name such as p95 do not count.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static void Measured(string option, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var value = equals > 0 ? text.AsSpan(equals + 1) : text;
        for (var at = 0; at < value.Length; at++)
        {
            if (char.IsAsciiDigit(value[at]) && (at == 0 || !char.IsLetterOrDigit(value[at - 1])))
            {
                return;
            }
        }

        throw new InputException(
            $"{option} must have a number, not {Quote.Of(text)}",
            $"For example {option} \"p95=30 s\"."
        );
    }

    /// <summary>A number of hours.</summary>
    /// <exception cref="InputException">The text is not a number in range.</exception>
    public static double Hours(string option, string text)
    {
        const double Most = 10_000;
        return
            double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours is > 0 and <= Most
            ? hours
            : throw new InputException(
                $"{option} must be a number of hours above 0 and up to {Most:0}, not {Quote.Of(text)}",
                $"For example {option} 2.5."
            );
    }
}

using System.Globalization;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli;

/// <summary>Whole numbers on the command line.</summary>
internal static class WholeNumber
{
    /// <summary>Parses the value of an option; null if it was not given.</summary>
    /// <exception cref="InputException">The text is not a whole number in the range.</exception>
    public static int? Parse(string? text, string option, int minimum, int maximum, int example) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= minimum
        && number <= maximum
            ? number
        : throw new InputException(
            $"{option} must be a whole number from {minimum} to {maximum}, not {Quote.Of(text)}",
            $"For example {option} {example}."
        );
}

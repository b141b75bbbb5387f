using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Planning;

/// <summary>The effect that an improvement was expected to have.</summary>
internal static class ExpectedEffect
{
    /// <summary>
    /// Measured ÷ expected effect: (before − after) ÷ (before − target), with the target in the expected outcome, or else in the success
    /// criteria. Null without a measurement of both values, without a target in its unit, or when the target is the value before.
    /// </summary>
    public static double? ShareReached(Improvement item) =>
        item.MeasuredImpact?.Value is { Before: { } before, After: { } after } measured
        && (
            TargetOf(item.ExpectedOutcome?.Text, measured, before)
            ?? TargetOf(item.Values.Of(FieldCatalog.SuccessCriteria)?.Text, measured, before)
        )
            is { } target
            ? (before - after) / (before - target)
            : null;

    /// <summary>Returns the first number in the unit of the measurement that is not the value before.</summary>
    private static double? TargetOf(string? text, Measurement measured, double before)
    {
        if (text is null)
        {
            return null;
        }

        if (MeasurementText.Read(text) is { After: { } after } stated)
        {
            return IsSame(stated.Unit, measured.Unit) && after != before ? after : null;
        }

        foreach (var (number, unit) in MeasurementText.Quantities(text))
        {
            if (IsSame(unit, measured.Unit) && number != before)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Two values without a unit cannot be compared: the numbers in a text count anything.</summary>
    private static bool IsSame(string? one, string? other) =>
        one is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

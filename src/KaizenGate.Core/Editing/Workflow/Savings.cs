using System.Globalization;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>The time that an improvement saves, as it is written and as every reader understands it.</summary>
/// <param name="Text">The text, without spaces around it.</param>
/// <param name="Total">Hours saved in total; null for a rate.</param>
internal sealed record Savings(string Text, double? Total)
{
    /// <summary>Reads "15 h" or a rate such as "4 min/day".</summary>
    /// <exception cref="InputException">The text is neither.</exception>
    public static Savings Read(string text)
    {
        var trimmed = text.Trim();
        if (RateText.Read(trimmed) is not null && !IsNegative(trimmed))
        {
            return new(trimmed, null);
        }

        return HoursText.Read(trimmed) is { } hours && !IsNegative(trimmed)
            ? new(trimmed, hours)
            : throw new InputException(
                $"--saved is \"{text}\"; use a time, or a time per day, week, month or year",
                "For example --saved \"4 min/day\" or --saved \"15 h\"."
            );
    }

    public static string Hours(double hours) => hours == 1 ? "1 hour" : $"{Number(hours)} hours";

    /// <summary>Writes the return of a total on the hours spent; null for a rate, which has saved nothing on the day of completion.</summary>
    public string? ReturnOn(double? spent) =>
        Total is { } total && spent is > 0 and var hours
            ? $"{Number(total)} h / {Number(hours)} h = {Number(total / hours)}×"
            : null;

    private static bool IsNegative(string text) => text is ['-' or '−', ..];

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>What an improvement saves, in hours.</summary>
/// <param name="Value">Hours in all; of a rate those of the first year.</param>
/// <param name="Text">As it is written.</param>
internal sealed record Savings(double Value, string Text)
{
    /// <summary>Days of work and weeks of a year; a day's saving comes on the days of work.</summary>
    private const double DaysOfWork = 5 * Weeks;
    private const double Weeks = 52;
    private const double Months = 12;

    /// <summary>Reads "15 h" or a rate such as "4 min/day".</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public static Savings Read(string text)
    {
        var trimmed = text.Trim();
        var slash = trimmed.LastIndexOf('/');
        var per = trimmed.LastIndexOf(" per ", StringComparison.OrdinalIgnoreCase);
        var (amount, period) =
            slash > 0 ? (trimmed[..slash], trimmed[(slash + 1)..])
            : per > 0 ? (trimmed[..per], trimmed[(per + 5)..])
            : (trimmed, "");
        var times = period.Trim().ToLowerInvariant() switch
        {
            "" => 1,
            "day" or "d" or "workday" => DaysOfWork,
            "week" or "w" => Weeks,
            "month" or "mo" => Months,
            "year" or "y" or "a" => 1,
            _ => (double?)null,
        };
        if (times is null || HoursText.Read(amount) is not { } hours || hours < 0)
        {
            throw new InputException(
                new InputError(
                    $"--saved is \"{text}\"; it must be a time, or a time for each day, week, month or year",
                    "For example --saved \"4 min/day\" or --saved \"15 h\"."
                )
            );
        }

        return period.Length == 0
            ? new Savings(hours, trimmed)
            : new Savings(hours * times.Value, $"{Number(hours * times.Value)} hours in the first year ({trimmed})");
    }

    /// <summary>Hours in words: "3 hours".</summary>
    public static string Hours(double hours) => hours == 1 ? "1 hour" : $"{Number(hours)} hours";

    /// <summary>Saved ÷ spent, with both.</summary>
    /// <param name="spent">Hours; more than 0.</param>
    public string ReturnOn(double spent) => $"{Number(Value)} h / {Number(spent)} h = {Number(Value / spent)}×";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

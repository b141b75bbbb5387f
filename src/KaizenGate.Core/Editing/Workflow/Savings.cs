using System.Globalization;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>The total hours that an improvement saves; for a rate those of the first year.</summary>
internal sealed record Savings(double Value, string Text)
{
    private const double WorkDays = 5 * Weeks;
    private const double Weeks = 52;
    private const double Months = 12;

    /// <summary>Reads "15 h" or a rate such as "4 min/day".</summary>
    /// <exception cref="InputException">The text is neither.</exception>
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
            "day" or "d" or "workday" => WorkDays,
            "week" or "w" => Weeks,
            "month" or "mo" => Months,
            "year" or "y" or "a" => 1,
            _ => (double?)null,
        };
        if (times is null || HoursText.Read(amount) is not { } hours || hours < 0)
        {
            throw new InputException(
                $"--saved is \"{text}\"; use a time, or a time per day, week, month or year",
                "For example --saved \"4 min/day\" or --saved \"15 h\"."
            );
        }

        return period.Length == 0
            ? new Savings(hours, trimmed)
            : new Savings(hours * times.Value, $"{Number(hours * times.Value)} hours in the first year ({trimmed})");
    }

    public static string Hours(double hours) => hours == 1 ? "1 hour" : $"{Number(hours)} hours";

    /// <summary>Writes the return on the hours spent, which are more than 0.</summary>
    public string ReturnOn(double spent) => $"{Number(Value)} h / {Number(spent)} h = {Number(Value / spent)}×";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>Compares figures on a page with the exact values.</summary>
internal static partial class ShownNumber
{
    /// <summary>Whether a cell shows a value of the JSON: a dash for null, text unchanged, a number within half of the last digit.</summary>
    public static bool Shows(string cell, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => cell == "–",
            JsonValueKind.String => cell == value.GetString(),
            JsonValueKind.True => cell == "yes",
            JsonValueKind.False => cell == "–",
            _ => Shows(cell, value.GetDouble()),
        };

    private static bool Shows(string cell, double value)
    {
        if (cell is "<1%" or ">99%")
        {
            return cell is "<1%" ? value is > 0 and < 0.005 : value is >= 0.995 and < 1;
        }

        var shown = Pattern().Match(cell);
        if (!shown.Success)
        {
            return false;
        }

        var number = double.Parse(shown.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        var unit = shown.Groups["unit"].Value;
        var rounded = unit switch
        {
            "%" => 0.5,
            " weeks" or " week" => 0.05,
            _ => shown.Groups["decimals"].Length is > 0 and var decimals
                ? 0.5 * Math.Pow(10, -decimals)
                : Significant(number),
        };
        return Math.Abs(number - (value * (unit == "%" ? 100 : 1))) <= rounded + 1e-9;
    }

    /// <summary>Trailing zeros are omitted: a whole number may be rounded to the number of digits for its size.</summary>
    private static double Significant(double number) =>
        Math.Abs(number) switch
        {
            >= 99.5 => 0.5,
            >= 9.95 => 0.05,
            _ => 0.005,
        };

    [GeneratedRegex(@"^≥?(?<number>-?[\d,]+(\.(?<decimals>\d+))?)(?<unit>%|×| h| d| weeks?)?$")]
    private static partial Regex Pattern();
}

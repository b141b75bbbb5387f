using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli;

/// <summary>Dates on the command line.</summary>
internal static class AsOf
{
    /// <summary>The value of <c>--as-of</c> for the day of the checked-out commit.</summary>
    public const string Commit = "commit";

    private static readonly DateOnly First = new(1970, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>
    /// Today, for the rules: <c>--as-of</c>, else <c>KAIZEN_AS_OF</c>, else today in UTC, so that all machines agree.
    /// </summary>
    /// <exception cref="InputException">The option or variable is not a date from 1970 to 2999.</exception>
    public static DateOnly Of(string? option, Host host) =>
        Day(option, "--as-of") ?? Day(OfEnvironment(host), EnvironmentVariables.AsOf) ?? Today(host);

    /// <summary>Today in UTC.</summary>
    public static DateOnly Today(Host host) => DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime);

    // An empty variable counts as unset.
    private static string? OfEnvironment(Host host) =>
        host.Environment.GetValueOrDefault(EnvironmentVariables.AsOf) is { Length: > 0 } text ? text : null;

    /// <summary>The date of an option that must not be in the future; null if not given.</summary>
    /// <exception cref="InputException">The text is not a date up to today.</exception>
    public static DateOnly? NotAfter(DateOnly today, string? text, string name) =>
        Day(text, name) is { } date && date > today
            ? throw new InputException(
                $"{name} {date:yyyy-MM-dd} is after today ({today:yyyy-MM-dd})",
                "Use today's date or an earlier one."
            )
            : Day(text, name);

    /// <summary>The date of an option that must not be in the past; null if not given.</summary>
    /// <exception cref="InputException">The text is not a date from today on.</exception>
    public static DateOnly? NotBefore(DateOnly today, string? text, string name) =>
        Day(text, name) is { } date && date < today
            ? throw new InputException(
                $"{name} {date:yyyy-MM-dd} is before today ({today:yyyy-MM-dd})",
                "Use a later date."
            )
            : Day(text, name);

    /// <summary>The date of an option or a variable; null if not given.</summary>
    /// <exception cref="InputException">The text is not a date from 1970 to 2999.</exception>
    public static DateOnly? Day(string? text, string name)
    {
        if (text is null)
        {
            return null;
        }

        return
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date >= First
            && date <= Last
            ? date
            : throw new InputException(
                $"{name} must be a date from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, not {Quote.Of(text)}",
                "Use YYYY-MM-DD, for example 2026-03-02."
            );
    }
}

using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Cli;

/// <summary>Days on the command line.</summary>
internal static class AsOf
{
    private static readonly DateOnly First = new(1970, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>
    /// Today, for the rules: the date of <c>--as-of</c>, else of <c>KAIZEN_AS_OF</c>, else today in UTC, so that all machines
    /// agree.
    /// </summary>
    /// <exception cref="InputException">The option or the variable is no date, or one that no backlog knows.</exception>
    public static DateOnly Of(string? option, Host host) =>
        Day(option, "--as-of")
        ?? Day(OfEnvironment(host), EnvironmentVariables.AsOf)
        ?? DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime);

    // An empty variable counts as not set.
    private static string? OfEnvironment(Host host) =>
        host.Environment.GetValueOrDefault(EnvironmentVariables.AsOf) is { Length: > 0 } text ? text : null;

    /// <summary>The date that an option or a variable gives; null when it was not given.</summary>
    /// <exception cref="InputException">It is no date, or one that no backlog knows.</exception>
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
                new InputError(
                    $"{name} is {Quote.Of(text)}; it must be a date from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}",
                    "Write it as year-month-day, for example 2026-03-02."
                )
            );
    }
}

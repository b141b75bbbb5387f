using System.Globalization;
using KaizenGate.Backlogs;

namespace KaizenGate.Cli;

/// <summary>Today, for the rules.</summary>
internal static class AsOf
{
    private static readonly DateOnly First = new(1970, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>The date of the option, or else today in UTC, so that all machines agree.</summary>
    /// <exception cref="InputException">The option is no date, or one that no backlog knows.</exception>
    public static DateOnly Of(string? option, TimeProvider time)
    {
        if (option is null)
        {
            return DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        }

        return
            DateOnly.TryParseExact(
                option,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
            && date >= First
            && date <= Last
            ? date
            : throw new InputException(
                new InputError(
                    $"--as-of is \"{option}\"; it must be a date from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}",
                    "Write it as year-month-day, for example 2026-03-02."
                )
            );
    }
}

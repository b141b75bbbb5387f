using System.CommandLine;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Reporting.Progress;
using KaizenGate.Settings;

namespace KaizenGate.Cli;

/// <summary>The options that say which days a report is about.</summary>
internal sealed class PeriodOptions
{
    private const int DefaultWeeks = 52;
    private const int MostWeeks = 2600;

    private readonly Option<string?> from = new("--from")
    {
        HelpName = "DATE",
        Description = "The first day, year-month-day.",
    };

    private readonly Option<string?> to = new("--to")
    {
        HelpName = "DATE",
        Description = "The last day, year-month-day. Default: today.",
    };

    private readonly Option<string?> weeks = new("--weeks")
    {
        HelpName = "N",
        Description = $"So many weeks up to the last day, in place of --from. Default: {DefaultWeeks}.",
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        HelpName = "DATE",
        Description = "The day that counts as today, year-month-day. Default: today in UTC.",
    };

    public void AddTo(Command command)
    {
        command.Add(from);
        command.Add(to);
        command.Add(weeks);
        command.Add(asOf);
    }

    /// <exception cref="InputException">A value is wrong, or they contradict each other.</exception>
    public AskedPeriod Of(ParseResult parsed, Host host)
    {
        var today = AsOf.Of(parsed.GetValue(asOf), host);
        var first = AsOf.Day(parsed.GetValue(from), "--from");
        var last = AsOf.Day(parsed.GetValue(to), "--to") ?? today;
        var count = parsed.GetValue(weeks) is { } text ? Weeks(text) : (int?)null;
        if (last > today)
        {
            throw Wrong(
                $"--to {last:yyyy-MM-dd} is after today, {today:yyyy-MM-dd}",
                "Give a day that is past, or --as-of."
            );
        }

        if (first is not null && count is not null)
        {
            throw Wrong("--from and --weeks exclude each other", "Leave one of them out.");
        }

        // Dates begin with the year 1970 on the command line, so no period begins before the calendar does.
        var start = first ?? last.AddDays(1 - (7 * (count ?? DefaultWeeks)));
        return start > last
            ? throw Wrong(
                $"--from {start:yyyy-MM-dd} is after --to {last:yyyy-MM-dd}",
                "Give the earlier day to --from."
            )
            : new(start, last, today);
    }

    /// <summary>Finds a format by its name.</summary>
    /// <exception cref="InputException">There is no such format.</exception>
    public static ProgressFormat FindFormat(string name) =>
        ProgressFormats.Find(name)
        ?? throw Wrong(
            $"--format names the format {Quote.Of(name)}, which there is not",
            NearestName.Help(name, [.. ProgressFormats.All.Select(format => format.Name)])
        );

    private static int Weeks(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= MostWeeks
            ? number
            : throw Wrong(
                $"--weeks is {Quote.Of(text)}; it must be a whole number from 1 to {MostWeeks}",
                "For example --weeks 12."
            );

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}

/// <summary>The days that a report is wanted of.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
/// <param name="Today">Today, for the rules; no earlier than the last.</param>
internal sealed record AskedPeriod(DateOnly From, DateOnly To, DateOnly Today);

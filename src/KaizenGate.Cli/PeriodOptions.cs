using System.CommandLine;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Cli;

/// <summary>Options for the period of a report.</summary>
internal sealed class PeriodOptions
{
    private const int DefaultWeeks = 52;
    private const int MostWeeks = 2600;

    private readonly Option<string?> from = new("--from")
    {
        HelpName = "DATE",
        Description = "The first day (YYYY-MM-DD).",
    };

    private readonly Option<string?> to = new("--to")
    {
        HelpName = "DATE",
        Description = "The last day (YYYY-MM-DD). Default: today.",
    };

    private readonly Option<string?> weeks = new("--weeks")
    {
        HelpName = "N",
        Description = $"Number of weeks up to the last day, instead of --from. Default: {DefaultWeeks}.",
    };

    private readonly Option<string?> asOf = CommonArguments.AsOf();

    public void AddTo(Command command)
    {
        command.Add(from);
        command.Add(to);
        command.Add(weeks);
        command.Add(asOf);
    }

    /// <exception cref="InputException">A value is invalid, or options exclude each other.</exception>
    public AskedPeriod Of(ParseResult parsed, Host host)
    {
        var today = AsOf.Of(parsed.GetValue(asOf), host);
        var first = AsOf.Day(parsed.GetValue(from), "--from");
        var last = AsOf.Day(parsed.GetValue(to), "--to") ?? today;
        var count = WholeNumber.Parse(parsed.GetValue(weeks), "--weeks", 1, MostWeeks, example: 12);
        if (last > today)
        {
            throw new InputException(
                $"--to {last:yyyy-MM-dd} is after today ({today:yyyy-MM-dd})",
                "Use an earlier date, or set --as-of."
            );
        }

        if (first is not null && count is not null)
        {
            throw new InputException("--from and --weeks cannot be used together", "Remove one of them.");
        }

        // Dates on the command line start in 1970, so this never underflows.
        var start = first ?? last.AddDays(1 - (7 * (count ?? DefaultWeeks)));
        return start > last
            ? throw new InputException(
                $"--from {start:yyyy-MM-dd} is after --to {last:yyyy-MM-dd}",
                "Pass the earlier date to --from."
            )
            : new(start, last, today);
    }

    /// <summary>Finds a format by its name.</summary>
    /// <exception cref="InputException">The format is unknown.</exception>
    public static ReportFormat<ImprovementReport> FindFormat(string name) =>
        PeriodReportFormats.All.Find(name)
        ?? throw new InputException(
            $"unknown format {Quote.Of(name)} for --format",
            NearestName.Help(name, [.. PeriodReportFormats.All.Select(format => format.Name)])
        );
}

/// <summary>The period of a report.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Today">Today, for the rules; not before the last day.</param>
internal sealed record AskedPeriod(DateOnly From, DateOnly To, DateOnly Today);

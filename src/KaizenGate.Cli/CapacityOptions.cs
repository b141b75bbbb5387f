using System.CommandLine;
using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli;

/// <summary>Options for the weekly hours for improvements.</summary>
internal sealed class CapacityOptions
{
    /// <summary>About a year of 50 people.</summary>
    private const double MostHours = 100_000;

    private const int MostPeople = 10_000;

    private readonly Option<string?> hours = new("--hours")
    {
        HelpName = "N",
        Description =
            "Total hours for the week. Default: 20% of the team's working hours in the settings, which is 8 of 40 hours for one person.",
    };

    private readonly Option<string?> people = new("--people")
    {
        HelpName = "N",
        Description = "Number of people. Default: `people` in the settings, or 1.",
    };

    public void AddTo(Command command)
    {
        command.Add(hours);
        command.Add(people);
    }

    /// <summary>The capacity of a week.</summary>
    /// <exception cref="InputException">A value is invalid, or both options are given.</exception>
    public Capacity Of(ParseResult parsed, GateSettings settings)
    {
        var capacity = Capacity.Of(settings);
        return (parsed.GetValue(hours), parsed.GetValue(people)) switch
        {
            (not null, not null) => throw new InputException(
                "--hours and --people cannot be used together",
                "--hours is the total of all people."
            ),
            ({ } named, _) => capacity with { Named = Hours(named) },
            (_, { } number) => capacity with
            {
                People = WholeNumber.Parse(number, "--people", 1, MostPeople, example: 4)!.Value,
            },
            _ => capacity,
        };
    }

    private static double Hours(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
        && hours is > 0 and <= MostHours
            ? hours
            : throw new InputException(
                $"--hours must be a number above 0 and up to {MostHours:0}, not {Quote.Of(text)}",
                "For example --hours 8, or --hours 7.5."
            );
}

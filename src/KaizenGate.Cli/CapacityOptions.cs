using System.CommandLine;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Planning;
using KaizenGate.Settings;

namespace KaizenGate.Cli;

/// <summary>The options about the time that is set aside.</summary>
internal sealed class CapacityOptions
{
    /// <summary>A year of fifty people; no plan of a week needs more.</summary>
    private const double MostHours = 100_000;

    private const int MostPeople = 10_000;

    private readonly Option<string?> hours = new("--hours")
    {
        HelpName = "N",
        Description =
            "The hours of all people together. Default: 20% of the working hours that the settings name, 8 hours of 40 for 1 person.",
    };

    private readonly Option<string?> people = new("--people")
    {
        HelpName = "N",
        Description = "How many people's time counts. Default: `people` of the settings, which is 1.",
    };

    public void AddTo(Command command)
    {
        command.Add(hours);
        command.Add(people);
    }

    /// <summary>The capacity of a week.</summary>
    /// <exception cref="InputException">A value is wrong, or both are given.</exception>
    public Capacity Of(ParseResult parsed, GateSettings settings)
    {
        var capacity = Capacity.Of(settings);
        return (parsed.GetValue(hours), parsed.GetValue(people)) switch
        {
            (not null, not null) => throw Wrong(
                "--hours and --people exclude each other",
                "--hours are those of all people together."
            ),
            ({ } named, _) => capacity with { Named = Hours(named) },
            (_, { } number) => capacity with { People = People(number) },
            _ => capacity,
        };
    }

    private static double Hours(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
        && hours is > 0 and <= MostHours
            ? hours
            : throw Wrong(
                $"--hours is {Quote.Of(text)}; it must be a number above 0, and at most {MostHours:0}",
                "For example --hours 8, or --hours 7.5."
            );

    private static int People(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people)
        && people is >= 1 and <= MostPeople
            ? people
            : throw Wrong(
                $"--people is {Quote.Of(text)}; it must be a whole number from 1 to {MostPeople}",
                "For example --people 4."
            );

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}

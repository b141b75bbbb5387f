using System.CommandLine;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Settings;

namespace KaizenGate.Cli.Commands;

/// <summary><c>baseline</c>: accepts today's findings for a time.</summary>
internal static class BaselineCommand
{
    /// <summary>Ten years; who wants longer turns the rule off.</summary>
    private const int MostDays = 3650;

    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Backlogs, or folders to look for one in. Default: those that `check` judges.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var days = new Option<string?>("--days")
        {
            HelpName = "N",
            Description = $"For how many days new entries hold. Default: {BaselineEntry.DefaultDays}.",
        };
        var reason = new Option<string?>("--reason")
        {
            HelpName = "TEXT",
            Description = "Why the findings are accepted.",
        };
        var renew = new Option<bool>("--renew")
        {
            Description = "Accept anew what is accepted already and still fires, from today on.",
        };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; end with status 1 when the baseline is not up to date.",
        };
        var asOf = new Option<string?>("--as-of")
        {
            HelpName = "DATE",
            Description = "The day that counts as today, year-month-day. Default: today in UTC.",
        };
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "baseline",
            "Accepts what `check` finds today, for a time: it lists the findings in the baseline, where they no longer count, and takes out those that no longer fire.",
            new Example("baseline --reason \"before we began\"", "begin with the backlog as it is"),
            new Example("baseline", "take out what was put right, and add what is new"),
            new Example("baseline --renew --days 30", "30 more days for everything that is left"),
            new Example("baseline --check", "in a build: is it up to date?")
        )
        {
            paths,
            days,
            reason,
            renew,
            check,
            asOf,
        };
        history.AddUseTo(command);
        settings.AddTo(command);
        command.SetAction(parsed =>
            new BaselineRun(
                host,
                parsed.GetValue(paths) ?? [],
                settings.Load(parsed, host, history.UseOf(parsed)),
                new BaselineRefresh
                {
                    AsOf = AsOf.Of(parsed.GetValue(asOf), host),
                    Days = Days(parsed.GetValue(days)),
                    Reason = Reason(parsed.GetValue(reason)),
                    Renews = parsed.GetValue(renew),
                }
            ).Run(writes: !parsed.GetValue(check))
        );
        return command;
    }

    private static int Days(string? text)
    {
        if (text is null)
        {
            return BaselineEntry.DefaultDays;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is > 0 and <= MostDays
            ? days
            : throw Wrong(
                $"--days is {Quote.Of(text)}; it must be a whole number from 1 to {MostDays}",
                "For example --days 30."
            );
    }

    private static string? Reason(string? text) =>
        text is not null && string.IsNullOrWhiteSpace(text)
            ? throw Wrong("--reason is empty", "Say why the findings are accepted, or leave it out.")
            : text?.Trim();

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}

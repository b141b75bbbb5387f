using System.CommandLine;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Editing.Archiving;
using KaizenGate.Settings;

namespace KaizenGate.Cli.Commands;

/// <summary><c>archive</c>: moves old completions out of the way.</summary>
internal static class ArchiveCommand
{
    /// <summary>Ten years.</summary>
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
            Description =
                $"Move what was completed more than N days ago. Default: what the section says (\"Last 30 Days\"), else {Archive.UsualDays}.",
        };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Write nothing; print what would change as a diff.",
        };
        var json = new Option<bool>("--json") { Description = "Say what was moved as JSON." };
        var asOf = new Option<string?>("--as-of")
        {
            HelpName = "DATE",
            Description = "The day that counts as today, year-month-day. Default: today in UTC.",
        };
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "archive",
            "Moves old completions from the backlog to its archive, which counts as before: NAME.archive.md beside NAME.md, or `archive` in kaizen.json.",
            new Example("archive", "move what was completed more than 30 days ago"),
            new Example("archive --dry-run", "look at it first"),
            new Example("archive --days 90 docs", "keep a quarter in docs/IMPROVEMENTS.md")
        )
        {
            paths,
            days,
            dryRun,
            json,
            asOf,
        };
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
            new ArchiveRun(
                host,
                new EditedBacklogs(host, parsed.GetValue(paths) ?? [], settings.Load(parsed, host)),
                AsOf.Of(parsed.GetValue(asOf), host),
                Days(parsed.GetValue(days))
            ).Run(writes: !parsed.GetValue(dryRun), parsed.GetValue(json))
        );
        return command;
    }

    private static int? Days(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays ? days
        : throw new InputException(
            new InputError(
                $"--days is {Quote.Of(text)}; it must be a whole number from 0 to {MostDays}",
                "For example --days 30."
            )
        );
}

using System.CommandLine;
using KaizenGate.Cli.Adopting;
using KaizenGate.Core.Checking;

namespace KaizenGate.Cli.Commands;

/// <summary><c>adopt</c>: from an existing list to a gate that passes.</summary>
internal static class AdoptCommand
{
    private const int MostWeeks = BaselineEntry.MostDays / 7;

    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description =
                "Backlog files. Default: `backlogs` in the settings, else all files of the repository that look like a backlog.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var yes = new Option<bool>("--yes", "-y") { Description = "Write without questions." };
        var ids = new Option<bool>("--ids") { Description = "Also give an id to each improvement that can have one." };
        var weeks = new Option<string?>("--weeks")
        {
            HelpName = "N",
            Description = $"Weeks over which the accepted findings expire. Default: {AdoptRun.UsualWeeks}.",
        };
        var format = FormatOption.TextOrJson();
        var dryRun = CommonArguments.DryRun();
        var asOf = CommonArguments.AsOf();
        var command = new ExplainedCommand(
            "adopt",
            "Starts with the list you have: finds and reads it, proposes settings for what is unread, and accepts today's findings in a baseline that expires step by step. The text of the list is kept.",
            new Example("adopt", "ask before anything is written"),
            new Example("adopt --yes", "without questions"),
            new Example("adopt TODO.md docs/BACKLOG.md", "the given files"),
            new Example("adopt --dry-run --json", "for a program, as a preview")
        )
        {
            paths,
            yes,
            ids,
            weeks,
            dryRun,
            asOf,
        };
        format.AddTo(command);
        command.SetAction(parsed =>
            new AdoptRun(host, parsed.GetValue(paths) ?? [], AsOf.Of(parsed.GetValue(asOf), host))
            {
                Weeks =
                    WholeNumber.Parse(parsed.GetValue(weeks), "--weeks", 1, MostWeeks, example: AdoptRun.UsualWeeks)
                    ?? AdoptRun.UsualWeeks,
                IsYes = parsed.GetValue(yes),
                AddsIds = parsed.GetValue(ids),
                IsJson = format.IsJson(parsed),
                IsDryRun = parsed.GetValue(dryRun),
            }.Run()
        );
        return command;
    }
}

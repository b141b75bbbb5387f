using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Editing.Archiving;

namespace KaizenGate.Cli.Commands;

/// <summary><c>archive</c>: moves completed improvements to the archive.</summary>
internal static class ArchiveCommand
{
    /// <summary>Ten years.</summary>
    private const int MostDays = 3650;

    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var days = new Option<string?>("--days")
        {
            HelpName = "N",
            Description =
                $"Move improvements completed more than N days ago. Default: the number in the heading (\"Last 30 Days\"), else {Archive.UsualDays}.",
        };
        var dryRun = CommonArguments.DryRun();
        var format = FormatOption.TextOrJson();
        var asOf = CommonArguments.AsOf();
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "archive",
            "Moves completed improvements from the backlog to its archive. Archived improvements still count. The archive of NAME.md is NAME.archive.md, or `archive` in kaizen.json.",
            new Example("archive", "archive improvements completed more than 30 days ago"),
            new Example("archive --dry-run", "preview the change"),
            new Example("archive --days 90 docs", "keep the last 90 days in docs/IMPROVEMENTS.md")
        )
        {
            paths,
            days,
            dryRun,
            asOf,
        };
        settings.AddConfigTo(command);
        format.AddTo(command);
        command.SetAction(parsed =>
            new ArchiveRun(
                host,
                new EditedBacklogs(host, parsed.GetValue(paths) ?? [], settings.Load(parsed, host)),
                AsOf.Of(parsed.GetValue(asOf), host),
                WholeNumber.Parse(parsed.GetValue(days), "--days", 0, MostDays, example: 30)
            ).Run(writes: !parsed.GetValue(dryRun), format.IsJson(parsed))
        );
        return command;
    }
}

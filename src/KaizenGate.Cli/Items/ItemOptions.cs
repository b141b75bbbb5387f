using System.CommandLine;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Items;

/// <summary>Options of all commands for single improvements.</summary>
internal sealed class ItemOptions
{
    private readonly Option<string[]> backlogs = new("--backlog")
    {
        HelpName = "PATH",
        Description = "Backlog file, or a folder to search for one. Default: the same as for `check`. Repeatable.",
    };

    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Write nothing; print the changes as a diff.",
    };

    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    private readonly Option<string?> asOf = CommonArguments.AsOf();

    private readonly SettingsOptions settings = new();

    /// <summary>Adds the options for a command that only reads.</summary>
    public void AddReadingTo(Command command)
    {
        command.Add(backlogs);
        command.Add(json);
        settings.AddConfigTo(command);
    }

    /// <summary>Adds the options for a command that writes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="hasJson">Whether the command has its own <c>--json</c>.</param>
    public void AddTo(Command command, bool hasJson = false)
    {
        command.Add(dryRun);
        command.Add(backlogs);
        if (!hasJson)
        {
            command.Add(json);
        }

        command.Add(asOf);
        settings.AddConfigTo(command);
    }

    public IReadOnlyList<string> Backlogs(ParseResult parsed) => parsed.GetValue(backlogs) ?? [];

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(dryRun);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    public DateOnly Today(ParseResult parsed, Host host) => AsOf.Of(parsed.GetValue(asOf), host);

    public LoadedSettings Load(ParseResult parsed, Host host) => settings.Load(parsed, host);
}

using System.CommandLine;
using KaizenGate.Settings;

namespace KaizenGate.Cli.Items;

/// <summary>The options that all commands about single improvements share.</summary>
internal sealed class ItemOptions
{
    private readonly Option<string[]> backlogs = new("--backlog")
    {
        HelpName = "PATH",
        Description = "The backlog, or a folder to look for one in. Default: those that `check` judges. Repeatable.",
    };

    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Write nothing; show what would change as a unified diff.",
    };

    private readonly Option<bool> json = new("--json") { Description = "Write the result as JSON." };

    private readonly Option<string?> asOf = new("--as-of")
    {
        HelpName = "DATE",
        Description = "The day that counts as today, year-month-day. Default: today in UTC.",
    };

    private readonly SettingsOptions settings = new();

    /// <summary>Adds those of a command that only reads.</summary>
    public void AddReadingTo(Command command)
    {
        command.Add(backlogs);
        command.Add(json);
        settings.AddConfigTo(command);
    }

    /// <summary>Adds those of a command that writes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="hasJson">Whether it has an option for JSON of its own.</param>
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

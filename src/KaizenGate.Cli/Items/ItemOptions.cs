using System.CommandLine;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Items;

/// <summary>Options of all commands for single improvements.</summary>
internal sealed class ItemOptions
{
    private readonly Argument<string[]> paths = CommonArguments.Paths();

    private readonly Option<string[]> backlogs = new("--backlog")
    {
        HelpName = "PATH",
        Description = "The same as the argument PATH. Repeatable.",
    };

    private readonly Option<bool> dryRun = CommonArguments.DryRun();

    private readonly FormatOption format = FormatOption.TextOrJson();

    private readonly Option<string?> asOf = CommonArguments.AsOf();

    private readonly SettingsOptions settings = new();

    /// <summary>Adds the options for a command that only reads.</summary>
    public void AddReadingTo(Command command)
    {
        command.Add(paths);
        command.Add(backlogs);
        format.AddTo(command);
        settings.AddConfigTo(command);
    }

    /// <summary>Adds the options for a command that writes.</summary>
    public void AddTo(Command command)
    {
        command.Add(dryRun);
        command.Add(asOf);
        AddReadingTo(command);
    }

    public IReadOnlyList<string> Backlogs(ParseResult parsed) =>
        [.. parsed.GetValue(paths) ?? [], .. parsed.GetValue(backlogs) ?? []];

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(dryRun);

    public bool IsJson(ParseResult parsed) => format.IsJson(parsed);

    public DateOnly Today(ParseResult parsed, Host host) => AsOf.Of(parsed.GetValue(asOf), host);

    public LoadedSettings Load(ParseResult parsed, Host host) => settings.Load(parsed, host);
}

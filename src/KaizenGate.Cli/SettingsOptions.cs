using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli;

/// <summary>Options that override the settings for one run.</summary>
internal sealed class SettingsOptions
{
    private readonly Option<string?> config = new("--config")
    {
        HelpName = "PATH",
        Description = "The settings file. Default: the nearest kaizen.json in the working folder or above.",
    };

    private readonly Option<string?> profile = new("--profile")
    {
        HelpName = "NAME",
        Description = $"The base severities: {string.Join(", ", Profile.All.Select(profile => profile.Name))}.",
    };

    private readonly Option<string[]> rules = new("--rule")
    {
        HelpName = "RULE=SEVERITY",
        Description = "Set the severity of a rule: KZ201=warning, unscored=off. Repeatable.",
    };

    private readonly Option<string?> failOn = new("--fail-on")
    {
        HelpName = "LEVEL",
        Description = "The lowest severity that fails the gate: error, warning, info or never.",
    };

    public SettingsOptions()
    {
        profile.CompletionSources.Add([.. Profile.All.Select(known => known.Name)]);
        failOn.CompletionSources.Add("error", "warning", "info", "never");
        rules.CompletionSources.Add(_ =>
            RuleCatalog.All.Select(rule => new CompletionItem($"{rule.Id}=", detail: rule.Summary))
        );
    }

    /// <summary>Adds <c>--config</c>, for commands that run no rules.</summary>
    public void AddConfigTo(Command command) => command.Add(config);

    /// <summary>Adds the options that change the rules.</summary>
    public void AddTo(Command command)
    {
        command.Add(config);
        command.Add(profile);
        command.Add(rules);
    }

    /// <summary>Adds <c>--fail-on</c>.</summary>
    public void AddFailOnTo(Command command) => command.Add(failOn);

    /// <summary>Returns how to read a backlog with these settings.</summary>
    public static ReadingOptions ReadingOf(GateSettings settings) =>
        new()
        {
            Scoring = settings.Scoring,
            Labels = settings.Fields,
            Sections = settings.Reading.Sections,
            Columns = settings.Reading.Columns,
            Statuses = settings.Reading.Statuses,
            Boxes = settings.Reading.Boxes,
            Items = settings.Reading.Items,
            MaxFileBytes = settings.MaxFileBytes,
        };

    /// <summary>The settings in force.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">The environment.</param>
    /// <param name="history">Use of the history given on the command line; null if not given.</param>
    /// <param name="source">Where settings files are read; null for the disk.</param>
    /// <exception cref="Core.Backlogs.InputException">A setting is invalid.</exception>
    public LoadedSettings Load(ParseResult parsed, Host host, HistoryUse? history = null, SettingsSource? source = null)
    {
        return SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides
            {
                Config = parsed.GetValue(config),
                Profile = ValueOf(profile),
                FailOn = ValueOf(failOn),
                History = history,
                Rules = [.. ValueOf(rules) ?? []],
            },
            source
        );

        T? ValueOf<T>(Option<T> option) =>
            parsed.CommandResult.Command.Options.Contains(option) ? parsed.GetValue(option) : default;
    }
}

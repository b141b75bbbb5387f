using System.CommandLine;
using KaizenGate.Checking;
using KaizenGate.Settings;

namespace KaizenGate.Cli;

/// <summary>The options that change the settings for one run.</summary>
internal sealed class SettingsOptions
{
    private readonly Option<string?> config = new("--config")
    {
        HelpName = "PATH",
        Description = "The settings file. Default: the nearest kaizen.json, from the working folder upward.",
    };

    private readonly Option<string?> profile = new("--profile")
    {
        HelpName = "NAME",
        Description =
            $"The severities to start from: {string.Join(", ", Profile.All.Select(profile => profile.Name))}.",
    };

    private readonly Option<string[]> rules = new("--rule")
    {
        HelpName = "RULE=SEVERITY",
        Description = "Set the severity of a rule: KZ201=warning, unscored=off. Repeatable.",
    };

    private readonly Option<string?> failOn = new("--fail-on")
    {
        HelpName = "LEVEL",
        Description = "The least severity that shuts the gate: error, warning, info, or never.",
    };

    public SettingsOptions()
    {
        profile.CompletionSources.Add([.. Profile.All.Select(known => known.Name)]);
        failOn.CompletionSources.Add("error", "warning", "info", "never");
        rules.CompletionSources.Add([.. RuleCatalog.All.Select(rule => $"{rule.Id}=")]);
    }

    /// <summary>Adds the one that names the file, for a command that judges nothing.</summary>
    public void AddConfigTo(Command command) => command.Add(config);

    /// <summary>Adds those that change what the rules say.</summary>
    public void AddTo(Command command)
    {
        command.Add(config);
        command.Add(profile);
        command.Add(rules);
    }

    /// <summary>Adds the one that changes what the verdict is.</summary>
    public void AddFailOnTo(Command command) => command.Add(failOn);

    /// <summary>The settings in force.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">Where it runs.</param>
    /// <param name="history">What the command line says of the history; null when it says nothing.</param>
    /// <exception cref="Backlogs.InputException">A setting is wrong.</exception>
    public LoadedSettings Load(ParseResult parsed, Host host, HistoryUse? history = null)
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
            }
        );

        T? ValueOf<T>(Option<T> option) =>
            parsed.CommandResult.Command.Options.Contains(option) ? parsed.GetValue(option) : default;
    }
}

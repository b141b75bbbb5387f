using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Loads the settings: defaults, parent folders, <c>extends</c>, kaizen.json, environment and command line, each overriding the
/// one before.</summary>
internal static class SettingsLoader
{
    public const string FileName = "kaizen.json";

    /// <summary>Loads the settings of a folder; <see cref="LoadedSettings.Of"/> returns those of backlogs in others.</summary>
    /// <param name="workingFolder">The folder to search for the file, with its parents.</param>
    /// <param name="rules">The known rules.</param>
    /// <param name="environment">All environment variables.</param>
    /// <param name="overrides">The options of the command line.</param>
    /// <param name="source">Where files are read; null for the disk.</param>
    /// <exception cref="InputException">A setting is invalid.</exception>
    public static LoadedSettings Load(
        string workingFolder,
        IReadOnlyCollection<KnownRule> rules,
        IReadOnlyDictionary<string, string> environment,
        SettingsOverrides overrides,
        SettingsSource? source = null
    )
    {
        source ??= SettingsSource.Disk;
        workingFolder = Path.GetFullPath(workingFolder);
        var tree = new SettingsTree(
            rules,
            workingFolder,
            layer => Apply(EnvironmentVariables.Apply(layer, environment, rules), overrides, rules),
            source
        );
        return Named(workingFolder, environment, overrides) is not var (path, namedAt) ? tree.Run()
            : source.MayLackNamed && !source.Exists(path) ? tree.WithoutFile() with { Tree = null }
            : tree.Named(path, namedAt);
    }

    /// <summary>Returns the file that is requested explicitly; null when there is none.</summary>
    private static (string Path, TextPosition NamedAt)? Named(
        string workingFolder,
        IReadOnlyDictionary<string, string> environment,
        SettingsOverrides overrides
    )
    {
        if (overrides.Config is { } option)
        {
            return (FullPath(option, workingFolder, new TextPosition("--config")), new TextPosition("--config"));
        }

        if (environment.GetValueOrDefault(EnvironmentVariables.Config) is { Length: > 0 } variable)
        {
            var place = new TextPosition(EnvironmentVariables.Config);
            return (FullPath(variable, workingFolder, place), place);
        }

        return null;
    }

    private static string FullPath(string path, string workingFolder, TextPosition place) =>
        string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal)
            ? throw place.Mismatch(Quote.Of(path), "the path of a settings file")
            : Path.GetFullPath(path, workingFolder);

    private static SettingsLayer Apply(
        SettingsLayer layer,
        SettingsOverrides overrides,
        IReadOnlyCollection<KnownRule> rules
    )
    {
        if (overrides.Profile is { } profile)
        {
            layer = SettingsKeys.Parse("profile", profile, new TextPosition("--profile"))(layer);
        }

        if (overrides.FailOn is { } failOn)
        {
            layer = SettingsKeys.Parse("failOn", failOn, new TextPosition("--fail-on"))(layer);
        }

        if (overrides.History is { } history)
        {
            layer = layer.With(settings => settings with { History = history });
        }

        return overrides.Rules.Aggregate(
            layer,
            (before, rule) => RuleAssignments.Apply(before, rule, new TextPosition("--rule"), rules)
        );
    }
}

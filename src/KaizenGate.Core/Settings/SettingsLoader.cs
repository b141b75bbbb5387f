using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Puts the settings together: built-in ones, those of folders above, <c>extends</c>, kaizen.json, environment, command line,
/// each overriding the one before.</summary>
internal static class SettingsLoader
{
    /// <summary>The name of the settings file.</summary>
    public const string FileName = "kaizen.json";

    /// <summary>Loads the settings that hold in a folder; <see cref="LoadedSettings.Of"/> gives those of backlogs in others.</summary>
    /// <param name="workingFolder">Where to look for the file, and in every folder above.</param>
    /// <param name="rules">The rules that may be set.</param>
    /// <param name="environment">All environment variables.</param>
    /// <param name="overrides">What the command line sets.</param>
    /// <exception cref="InputException">Something that was set is wrong; the error names the place, the value and the remedy.</exception>
    public static LoadedSettings Load(
        string workingFolder,
        IReadOnlyCollection<KnownRule> rules,
        IReadOnlyDictionary<string, string> environment,
        SettingsOverrides overrides
    )
    {
        workingFolder = Path.GetFullPath(workingFolder);
        var tree = new SettingsTree(
            rules,
            workingFolder,
            layer => Apply(EnvironmentVariables.Apply(layer, environment, rules), overrides, rules)
        );
        return Named(workingFolder, environment, overrides) is var (path, namedAt)
            ? tree.Named(path, namedAt)
            : tree.Run();
    }

    /// <summary>The file that is asked for in the place of those that would be found; null when none is.</summary>
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
            layer = layer with { Profile = Profile.Shape.Parse(profile, new TextPosition("--profile")) };
        }

        if (overrides.FailOn is { } failOn)
        {
            var severity = Severities.FailOnShape.Parse(failOn, new TextPosition("--fail-on"));
            layer = layer.With(settings => settings with { FailOn = severity });
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

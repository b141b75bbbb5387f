using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The environment variables that override the settings file.</summary>
internal static class EnvironmentVariables
{
    private const string Prefix = "KAIZEN_";

    /// <summary>The prefix of the variables for the tests of KaizenGate, which are ignored.</summary>
    private const string TestPrefix = "KAIZEN_TESTS_";

    public const string Config = "KAIZEN_CONFIG";
    public const string AsOf = "KAIZEN_AS_OF";

    public static ImmutableArray<EnvironmentVariable> All { get; } =
    [
        new(Config, "The settings file, like `--config`.", (layer, _, _, _) => layer),
        new(AsOf, "The date to use as today, like `--as-of`.", (layer, _, _, _) => layer),
        Key("KAIZEN_PROFILE", "The profile.", "profile"),
        Key("KAIZEN_FAIL_ON", "The lowest severity that fails the gate.", "failOn"),
        new("KAIZEN_RULES", "Severities of rules, by id or name: `KZ201=warning,unscored=off`.", RuleAssignments.Apply),
        new("KAIZEN_BACKLOGS", "Globs of the backlogs, separated by semicolons.", ApplyBacklogs),
        Key("KAIZEN_ARCHIVE", "The archive of completed improvements.", "archive"),
        Key("KAIZEN_BASELINE", "The file of accepted findings.", "baseline"),
        Key("KAIZEN_PEOPLE", "The number of people in the team.", "people"),
        Key("KAIZEN_HOURS_PER_WEEK", "Working hours per person and week.", "hoursPerWeek"),
        Key("KAIZEN_WINDOW_WEEKS", "The number of weeks that the rules about flow look back.", "windowWeeks"),
        Key("KAIZEN_HISTORY", "Whether to read the git history: `auto`, `required` or `off`.", "history"),
        Key("KAIZEN_MAX_FILE_SIZE", "The maximum size of a backlog, in bytes or with a unit.", "maxFileSize"),
    ];

    /// <summary>Applies the variables. An empty variable counts as not set, because pipelines often pass those.</summary>
    /// <exception cref="Backlogs.InputException">A value is invalid, or a name looks like a misspelled variable.</exception>
    public static SettingsLayer Apply(
        SettingsLayer layer,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyCollection<KnownRule> rules
    )
    {
        foreach (var (name, value) in environment.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && value.Length > 0)
            {
                layer = Find(name)?.Apply(layer, value, new TextPosition(name), rules) ?? layer;
            }
        }

        return layer;
    }

    /// <summary>Returns the variable with a name; null for an unrelated one.</summary>
    private static EnvironmentVariable? Find(string name)
    {
        if (All.FirstOrDefault(known => known.Name == name) is { } known)
        {
            return known;
        }

        var meant = NearestName.Of(name[Prefix.Length..], All.Select(own => own.Name[Prefix.Length..]));
        return meant is null || name.StartsWith(TestPrefix, StringComparison.Ordinal)
            ? null
            : throw new TextPosition(name).Error(
                $"unknown environment variable {Quote.Of(name)}",
                $"Did you mean {Prefix}{meant}?"
            );
    }

    private static EnvironmentVariable Key(string name, string meaning, string key) =>
        new(name, meaning, (layer, text, place, _) => SettingsKeys.Parse(key, text, place)(layer));

    private static SettingsLayer ApplyBacklogs(
        SettingsLayer layer,
        string text,
        TextPosition place,
        IReadOnlyCollection<KnownRule> rules
    )
    {
        var globs = JsonTypes
            .Text.Parse(text, place)
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return layer.With(settings => settings with { Backlogs = [.. globs] });
    }
}

internal sealed record EnvironmentVariable(
    string Name,
    string Meaning,
    Func<SettingsLayer, string, TextPosition, IReadOnlyCollection<KnownRule>, SettingsLayer> Apply
);

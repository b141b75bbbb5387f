using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The variables that override the settings file.</summary>
internal static class EnvironmentVariables
{
    private const string Prefix = "KAIZEN_";

    /// <summary>Variables of this project's own tests, which the tool leaves alone.</summary>
    private const string TestPrefix = "KAIZEN_TESTS_";

    public const string Config = "KAIZEN_CONFIG";
    public const string AsOf = "KAIZEN_AS_OF";

    public static ImmutableArray<EnvironmentVariable> All { get; } =
    [
        new(Config, "The settings file, like `--config`.", (layer, _, _, _) => layer),
        new(AsOf, "The date to use as today, like `--as-of`.", (layer, _, _, _) => layer),
        Of("KAIZEN_PROFILE", "The profile.", Profile.Shape, (layer, value) => layer with { Profile = value }),
        Setting(
            "KAIZEN_FAIL_ON",
            "The lowest severity that fails the gate.",
            Severities.FailOnShape,
            (settings, value) => settings with { FailOn = value }
        ),
        new("KAIZEN_RULES", "Severities of rules, by id or name: `KZ201=warning,unscored=off`.", RuleAssignments.Apply),
        Setting(
            "KAIZEN_BACKLOGS",
            "Globs of the backlogs, separated by semicolons.",
            SettingsKeys.Text,
            (settings, value) =>
                settings with
                {
                    Backlogs =
                    [
                        .. value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                    ],
                }
        ),
        Setting(
            "KAIZEN_ARCHIVE",
            "The archive of completed improvements.",
            SettingsKeys.Text,
            (settings, value) => settings with { Archive = value }
        ),
        Setting(
            "KAIZEN_BASELINE",
            "The file of accepted findings.",
            SettingsKeys.Text,
            (settings, value) => settings with { Baseline = value }
        ),
        Setting(
            "KAIZEN_PEOPLE",
            "The number of people in the team.",
            SettingsKeys.People,
            (settings, value) => settings with { People = (int)value }
        ),
        Setting(
            "KAIZEN_HOURS_PER_WEEK",
            "Working hours per person and week.",
            SettingsKeys.HoursPerWeek,
            (settings, value) => settings with { HoursPerWeek = value }
        ),
        Setting(
            "KAIZEN_WINDOW_WEEKS",
            "The number of weeks that the rules about flow look back.",
            SettingsKeys.WindowWeeks,
            (settings, value) => settings with { WindowWeeks = (int)value }
        ),
        Setting(
            "KAIZEN_HISTORY",
            "Whether to read the git history: `auto`, `required` or `off`.",
            HistoryUses.Shape,
            (settings, value) => settings with { History = value }
        ),
        Setting(
            "KAIZEN_MAX_FILE_SIZE",
            "The maximum size of a backlog, in bytes or with a unit.",
            SettingsKeys.Size,
            (settings, value) => settings with { MaxFileBytes = value }
        ),
    ];

    /// <summary>Lays the variables over the settings. An empty one counts as not set: pipelines often pass those on.</summary>
    /// <exception cref="Backlogs.InputException">A value is wrong, or a name looks like a slip in one of the known ones.</exception>
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

    /// <summary>The variable of a name; null for one that must belong to somebody else.</summary>
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

    private static EnvironmentVariable Of<T>(
        string name,
        string meaning,
        TextualType<T> shape,
        Func<SettingsLayer, T, SettingsLayer> set
    ) => new(name, meaning, (layer, text, place, _) => set(layer, shape.Parse(text, place)));

    private static EnvironmentVariable Setting<T>(
        string name,
        string meaning,
        TextualType<T> shape,
        Func<GateSettings, T, GateSettings> set
    ) => Of(name, meaning, shape, (layer, value) => layer.With(settings => set(settings, value)));
}

/// <summary>One variable: its name, its meaning and what its value changes.</summary>
internal sealed record EnvironmentVariable(
    string Name,
    string Meaning,
    Func<SettingsLayer, string, TextPosition, IReadOnlyCollection<KnownRule>, SettingsLayer> Apply
);

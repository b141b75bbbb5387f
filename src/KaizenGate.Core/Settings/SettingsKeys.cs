using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of kaizen.json. The reader, the JSON schema and the table in the documentation are all made from this one list.</summary>
internal static class SettingsKeys
{
    public static NumberType People { get; } = new(1, 10_000, isWhole: true);

    public static NumberType HoursPerWeek { get; } = new(1, 168);

    public static NumberType WindowWeeks { get; } = new(1, 520, isWhole: true);

    public static SizeType Size { get; } = new();

    public static TextType Text { get; } = new();

    /// <summary>The whole file.</summary>
    /// <param name="rules">The rules that may be set.</param>
    public static ObjectType<SettingsLayer> File(IEnumerable<KnownRule> rules) =>
        new([
            Of("$schema", "The address of this schema, for editors.", Text, (layer, _) => layer),
            Of(
                "root",
                "Whether to ignore settings in parent folders.",
                new BooleanType(),
                (layer, isRoot) => layer with { IsRoot = isRoot }
            ) with
            {
                Default = "false",
            },
            Of(
                "extends",
                "Base settings files, relative to this file. Later files override earlier ones, and this file overrides all.",
                new ListType<(string, TextPosition)>(new PlacedType<string>(Text)),
                (layer, paths) => layer with { Extends = paths }
            ) with
            {
                Default = "[]",
            },
            Of(
                "profile",
                "The base severities.",
                Profile.Shape,
                (layer, profile) => layer with { Profile = profile }
            ) with
            {
                Default = "\"recommended\"",
            },
            Setting(
                "failOn",
                "The lowest severity that fails the gate.",
                "\"error\"",
                Severities.FailOnShape,
                (settings, failOn) => settings with { FailOn = failOn }
            ),
            Setting(
                "backlogs",
                "Globs of the backlogs, relative to the folder of the main settings file. Default: files with a usual name. Only the settings of the working folder apply.",
                "[]",
                new ListType<string>(Text),
                (settings, globs) => settings with { Backlogs = globs }
            ),
            Setting(
                "archive",
                "The archive of completed improvements, relative to the backlog's folder. Default: NAME.archive.md next to the backlog.",
                null,
                Text,
                (settings, path) => settings with { Archive = path }
            ),
            Setting(
                "baseline",
                "The file of accepted findings, relative to the folder of the main settings file. Only the settings of the working folder apply.",
                "\"kaizen.baseline.json\"",
                Text,
                (settings, path) => settings with { Baseline = path }
            ),
            Setting(
                "ids",
                "How new improvements are numbered: sequential, or random so that parallel branches and agents do not pick the same number.",
                "\"sequential\"",
                IdKinds.Shape,
                (settings, ids) => settings with { Ids = ids }
            ),
            Setting(
                "idPrefix",
                "The prefix of new ids. Default: the most frequent prefix in the backlog, or IMP.",
                null,
                new PrefixType(),
                (settings, prefix) => settings with { IdPrefix = prefix }
            ),
            Setting(
                "people",
                "The number of people in the team.",
                "1",
                People,
                (settings, people) => settings with { People = (int)people }
            ),
            Setting(
                "hoursPerWeek",
                "Working hours per person and week.",
                "40",
                HoursPerWeek,
                (settings, hours) => settings with { HoursPerWeek = hours }
            ),
            Setting(
                "windowWeeks",
                "The number of weeks that the rules about flow look back.",
                "12",
                WindowWeeks,
                (settings, weeks) => settings with { WindowWeeks = (int)weeks }
            ),
            Setting(
                "history",
                "Whether to read the git history: if available (auto), always (required; an error without it) or never (off).",
                "\"auto\"",
                HistoryUses.Shape,
                (settings, history) => settings with { History = history }
            ),
            Setting(
                "maxFileSize",
                "The maximum size of a backlog, in bytes or with a unit.",
                "\"64 MiB\"",
                Size,
                (settings, bytes) => settings with { MaxFileBytes = bytes }
            ),
            Of(
                "scoring",
                "How improvements are scored.",
                ScoringKeys.Object,
                (layer, change) => layer with { Scoring = change(layer.Scoring) }
            ),
            Setting(
                "fields",
                "Additional labels of the known fields, in any language.",
                "{}",
                FieldKeys.Object,
                (settings, change) => settings with { Fields = change(settings.Fields) }
            ),
            Setting(
                "metrics",
                "The metrics that must not get worse, by name: the name in their file, or the column header in the Metrics section.",
                "{}",
                MetricKeys.Map,
                (settings, metrics) => settings with { Metrics = settings.Metrics.SetItems(metrics) }
            ),
            Of(
                "rules",
                "The options of the rules, by id or name.",
                RuleKeys.Object(rules),
                (layer, change) => change(layer)
            ) with
            {
                Default = "{}",
            },
        ]);

    private static Key<SettingsLayer> Of<T>(
        string name,
        string description,
        JsonType<T> shape,
        Func<SettingsLayer, T, SettingsLayer> set
    ) => Key<SettingsLayer>.Of(name, description, shape, set);

    private static Key<SettingsLayer> Setting<T>(
        string name,
        string description,
        string? standard,
        JsonType<T> shape,
        Func<GateSettings, T, GateSettings> set
    ) =>
        Of(name, description, shape, (layer, value) => layer.With(settings => set(settings, value))) with
        {
            Default = standard,
        };
}

using KaizenGate.Settings.Schema;

namespace KaizenGate.Settings;

/// <summary>The keys of kaizen.json. The reader, the JSON schema and the table in the documentation are all made from this one list.</summary>
internal static class SettingsKeys
{
    public static NumberShape People { get; } = new(1, 10_000, isWhole: true);

    public static NumberShape HoursPerWeek { get; } = new(1, 168);

    public static NumberShape WindowWeeks { get; } = new(1, 520, isWhole: true);

    public static SizeShape Size { get; } = new();

    public static TextShape Text { get; } = new();

    /// <summary>The whole file.</summary>
    /// <param name="rules">The rules that may be set.</param>
    public static ObjectShape<SettingsLayer> File(IEnumerable<KnownRule> rules) =>
        new([
            Of("$schema", "The address of this schema, for editors.", Text, (layer, _) => layer),
            Of(
                "root",
                "Whether nothing is inherited from the settings in folders above this one.",
                new BooleanShape(),
                (layer, isRoot) => layer with { IsRoot = isRoot }
            ) with
            {
                Default = "false",
            },
            Of(
                "extends",
                "Other settings files to build on, relative to this file. Later ones, and then this file, override earlier ones.",
                new ListShape<(string, Place)>(new PlacedShape<string>(Text)),
                (layer, paths) => layer with { Extends = paths }
            ) with
            {
                Default = "[]",
            },
            Of(
                "profile",
                "The severities to start from.",
                Profile.Shape,
                (layer, profile) => layer with { Profile = profile }
            ) with
            {
                Default = "\"recommended\"",
            },
            Setting(
                "failOn",
                "The least severity that shuts the gate.",
                "\"error\"",
                Severities.FailOnShape,
                (settings, failOn) => settings with { FailOn = failOn }
            ),
            Setting(
                "backlogs",
                "Globs that find the backlogs, relative to the folder of the main settings file. Without them the usual names are looked for. Those of the working folder's settings count.",
                "[]",
                new ListShape<string>(Text),
                (settings, globs) => settings with { Backlogs = globs }
            ),
            Setting(
                "archive",
                "The file that old completions were moved to, relative to the backlog's folder. Without it NAME.archive.md beside the backlog.",
                null,
                Text,
                (settings, path) => settings with { Archive = path }
            ),
            Setting(
                "baseline",
                "The file of accepted findings, relative to the folder of the main settings file. That of the working folder's settings counts.",
                "\"kaizen.baseline.json\"",
                Text,
                (settings, path) => settings with { Baseline = path }
            ),
            Setting(
                "ids",
                "How new improvements are numbered: one after the other (sequential), or by chance (random), so that branches and agents that work in parallel do not take the same number.",
                "\"sequential\"",
                IdKinds.Shape,
                (settings, ids) => settings with { Ids = ids }
            ),
            Setting(
                "idPrefix",
                "What stands before the number of a new id. Without it what most ids of the backlog begin with, or IMP.",
                null,
                new PrefixShape(),
                (settings, prefix) => settings with { IdPrefix = prefix }
            ),
            Setting(
                "people",
                "How many people's time counts.",
                "1",
                People,
                (settings, people) => settings with { People = (int)people }
            ),
            Setting(
                "hoursPerWeek",
                "Working hours of one person a week.",
                "40",
                HoursPerWeek,
                (settings, hours) => settings with { HoursPerWeek = hours }
            ),
            Setting(
                "windowWeeks",
                "How many weeks back the rules about flow look.",
                "12",
                WindowWeeks,
                (settings, weeks) => settings with { WindowWeeks = (int)weeks }
            ),
            Setting(
                "history",
                "Whether what happened is read from git: where there is a repository (auto), or the run could not judge (required), or never (off).",
                "\"auto\"",
                HistoryUses.Shape,
                (settings, history) => settings with { History = history }
            ),
            Setting(
                "maxFileSize",
                "The largest backlog that is read, in bytes or with a unit.",
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
                "Further labels of the known fields, in any language.",
                "{}",
                FieldKeys.Object,
                (settings, change) => settings with { Fields = change(settings.Fields) }
            ),
            Setting(
                "metrics",
                "The metrics that must not get worse, by their name: that in their file, or the header of their column in the Metrics section.",
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
        Shape<T> shape,
        Func<SettingsLayer, T, SettingsLayer> set
    ) => Key<SettingsLayer>.Of(name, description, shape, set);

    private static Key<SettingsLayer> Setting<T>(
        string name,
        string description,
        string? standard,
        Shape<T> shape,
        Func<GateSettings, T, GateSettings> set
    ) =>
        Of(name, description, shape, (layer, value) => layer.With(settings => set(settings, value))) with
        {
            Default = standard,
        };
}

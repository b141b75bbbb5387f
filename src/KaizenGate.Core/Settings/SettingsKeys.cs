using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of kaizen.json: one list for the reader, the JSON schema and the table in the documentation.</summary>
internal static class SettingsKeys
{
    public static TextualType<Severity> Severity { get; } =
        JsonTypes.Choice(
            ("off", Settings.Severity.Off),
            ("info", Settings.Severity.Info),
            ("warning", Settings.Severity.Warning),
            ("error", Settings.Severity.Error)
        );

    public static TextualType<FailOn> FailOn { get; } =
        JsonTypes.Choice(
            ("error", Settings.FailOn.Error),
            ("warning", Settings.FailOn.Warning),
            ("info", Settings.FailOn.Info),
            ("never", Settings.FailOn.Never)
        );

    public static TextualType<HistoryUse> History { get; } =
        JsonTypes.Choice(("auto", HistoryUse.Auto), ("required", HistoryUse.Required), ("off", HistoryUse.Off));

    public static TextualType<double> People { get; } = JsonTypes.Number(1, 10_000, isWhole: true);

    public static TextualType<double> HoursPerWeek { get; } = JsonTypes.Number(1, 168);

    public static TextualType<double> WindowWeeks { get; } = JsonTypes.Number(1, 520, isWhole: true);

    private static readonly JsonType<IdKind> Ids = JsonTypes.Choice(
        ("sequential", IdKind.Sequential),
        ("random", IdKind.Random)
    );

    private static readonly JsonType<string> IdPrefix = JsonTypes.Matching(
        "a prefix such as IMP: letters first, then letters, digits and dashes",
        "^[A-Za-z]([A-Za-z0-9-]{0,22}[A-Za-z0-9])?$",
        text =>
            text.Length is > 0 and <= 24
            && char.IsAsciiLetter(text[0])
            && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
            && text[^1] != '-'
    );

    /// <summary>The whole file.</summary>
    public static ObjectType<SettingsLayer> File(IEnumerable<KnownRule> rules) =>
        new([
            Of("$schema", "The address of this schema, for editors.", JsonTypes.Text, (layer, _) => layer),
            Of(
                "root",
                "Whether to ignore settings in parent folders.",
                JsonTypes.Boolean,
                (layer, isRoot) => layer with { IsRoot = isRoot },
                "false"
            ),
            Of(
                "extends",
                "Base settings files, relative to this file. Later files override earlier ones, and this file overrides all.",
                JsonTypes.Text.WithPlace().ToList(),
                (layer, paths) => layer with { Extends = paths },
                "[]"
            ),
            Of(
                "profile",
                "The base severities.",
                Profile.Type,
                (layer, profile) => layer with { Profile = profile },
                "\"recommended\""
            ),
            Setting(
                "failOn",
                "The lowest severity that fails the gate.",
                "\"error\"",
                FailOn,
                (settings, failOn) => settings with { FailOn = failOn }
            ),
            Setting(
                "backlogs",
                "Globs of the backlogs, relative to the folder of the main settings file. Default: files with a usual name. Only the settings of the working folder apply.",
                "[]",
                JsonTypes.Text.ToList(),
                (settings, globs) => settings with { Backlogs = globs }
            ),
            Setting(
                "archive",
                "The archive of completed improvements, relative to the backlog's folder. Default: NAME.archive.md next to the backlog.",
                null,
                JsonTypes.Text,
                (settings, path) => settings with { Archive = path }
            ),
            Setting(
                "baseline",
                "The file of accepted findings, relative to the folder of the main settings file. Only the settings of the working folder apply.",
                "\"kaizen.baseline.json\"",
                JsonTypes.Text,
                (settings, path) => settings with { Baseline = path }
            ),
            Setting(
                "ids",
                "How new improvements are numbered: sequential, or random so that parallel branches and agents do not pick the same number.",
                "\"sequential\"",
                Ids,
                (settings, ids) => settings with { Ids = ids }
            ),
            Setting(
                "idPrefix",
                "The prefix of new ids. Default: the most frequent prefix in the backlog, or IMP.",
                null,
                IdPrefix,
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
                History,
                (settings, history) => settings with { History = history }
            ),
            Setting(
                "maxFileSize",
                "The maximum size of a backlog, in bytes or with a unit.",
                "\"64 MiB\"",
                SizeType.Bytes,
                (settings, bytes) => settings with { MaxFileBytes = bytes }
            ),
            Of(
                "scoring",
                "How improvements are scored.",
                ScoringKeys.Object.Type,
                (layer, change) => layer with { Scoring = change(layer.Scoring) }
            ),
            Setting(
                "fields",
                "Additional labels of the known fields, in any language.",
                "{}",
                FieldKeys.Object.Type,
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
                RuleKeys.Object(rules).Type,
                (layer, change) => change(layer),
                "{}"
            ),
        ]);

    private static Key<SettingsLayer> Of<T>(
        string name,
        string description,
        JsonType<T> type,
        Func<SettingsLayer, T, SettingsLayer> set,
        string? standard = null
    ) => Key<SettingsLayer>.Of(name, description, type, set, standard);

    private static Key<SettingsLayer> Setting<T>(
        string name,
        string description,
        string? standard,
        JsonType<T> type,
        Func<GateSettings, T, GateSettings> set
    ) => Of(name, description, type, (layer, value) => layer.With(settings => set(settings, value)), standard);
}

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

    private static readonly JsonType<string> IdPrefix = JsonTypes.Matching(
        "a prefix such as IMP: letters first, then letters, digits and dashes",
        "^[A-Za-z]([A-Za-z0-9-]{0,22}[A-Za-z0-9])?$",
        text =>
            text.Length is > 0 and <= 24
            && char.IsAsciiLetter(text[0])
            && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
            && text[^1] != '-'
    );

    private static readonly ObjectType<MetricSettings> Metric = new([
        Key<MetricSettings>.Of(
            "better",
            "The direction of improvement.",
            JsonTypes.Choice(("lower", Better.Lower), ("higher", Better.Higher)),
            (metric, better) => metric with { Better = better }
        ) with
        {
            IsRequired = true,
        },
        Key<MetricSettings>.Of(
            "kind",
            "How it varies: value (evenly; the default), duration (in proportion to its size), count (of events, Poisson) or share (0% to 100%, binomial).",
            JsonTypes.Choice(
                ("value", MetricKind.Value),
                ("duration", MetricKind.Duration),
                ("count", MetricKind.Count),
                ("share", MetricKind.Share)
            ),
            (metric, kind) => metric with { Kind = kind }
        ),
        Key<MetricSettings>.Of(
            "unit",
            "The unit of its values, for display.",
            JsonTypes.Text,
            (metric, unit) => metric with { Unit = unit }
        ),
        Key<MetricSettings>.Of(
            "source",
            "The file with its values (.csv, .jsonl or .ndjson), relative to the folder of the main settings file. Default: a table in the Metrics section of the backlog.",
            JsonTypes.Text,
            (metric, source) => metric with { Source = source }
        ),
        Key<MetricSettings>.Of(
            "measure",
            "Where `metric record --all` gets its value: `junit:GLOB#total`, `trx:GLOB#p95`, `sarif:GLOB#RULE`, `github-runs:WORKFLOW#duration` or `command:PROGRAM`.",
            JsonTypes.Matching(
                MetricMeasure.Wanted,
                MetricMeasure.Pattern,
                text => MetricMeasure.Parse(text) is not null
            ),
            (metric, measure) => metric with { Measure = measure }
        ),
    ]);

    /// <summary>The metrics by name.</summary>
    private static readonly JsonType<ImmutableDictionary<string, MetricSettings>> Metrics = Metric
        .Type.Select(change => change(new(Better.Lower)))
        .ToMap();

    private static readonly ObjectType<SettingsLayer> WithoutRules = File([]);

    /// <summary>Reads the value of a key from a variable or an option, and returns the change that it makes.</summary>
    public static Func<SettingsLayer, SettingsLayer> Parse(string key, string text, TextPosition place) =>
        WithoutRules.Keys.Single(known => known.Name == key).Parse!(text, place);

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
                JsonTypes.Choice<Severity?>(
                    ("error", Settings.Severity.Error),
                    ("warning", Settings.Severity.Warning),
                    ("info", Settings.Severity.Info),
                    ("never", null)
                ),
                (settings, failOn) => settings with { FailOn = failOn }
            ),
            Setting(
                "backlogs",
                "Globs of the backlogs, relative to the folder of the main settings file, and trackers such as `{ \"github\": \"owner/name\" }`. Default: files with a usual name. Only the settings of the working folder apply.",
                "[]",
                TrackerKeys.Entry.ToList(),
                (settings, entries) =>
                    settings with
                    {
                        Backlogs = [.. entries.Select(entry => entry.Path)],
                        Trackers = [.. entries.Select(entry => entry.Tracker).OfType<TrackerSettings>()],
                    }
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
                JsonTypes.Choice(("sequential", false), ("random", true)),
                (settings, isRandom) => settings with { HasRandomIds = isRandom }
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
                JsonTypes.Number(1, 10_000, isWhole: true),
                (settings, people) => settings with { People = (int)people }
            ),
            Setting(
                "hoursPerWeek",
                "Working hours per person and week.",
                "40",
                JsonTypes.Number(1, 168),
                (settings, hours) => settings with { HoursPerWeek = hours }
            ),
            Setting(
                "windowWeeks",
                "The number of weeks that the rules about flow look back.",
                "12",
                JsonTypes.Number(1, 520, isWhole: true),
                (settings, weeks) => settings with { WindowWeeks = (int)weeks }
            ),
            Setting(
                "secondLookWeeks",
                "The number of weeks after a completion from which on `review` asks whether its measured effect lasted.",
                "26",
                JsonTypes.Number(1, 520, isWhole: true),
                (settings, weeks) => settings with { SecondLookWeeks = (int)weeks }
            ),
            Setting(
                "history",
                "Whether to read the git history: if available (auto), always (required; an error without it) or never (off).",
                "\"auto\"",
                JsonTypes.Choice(("auto", HistoryUse.Auto), ("required", HistoryUse.Required), ("off", HistoryUse.Off)),
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
                FieldLabels(FieldCatalog.Table).Type,
                (settings, change) => settings with { Fields = change(settings.Fields) }
            ),
            Setting(
                "reading",
                "What the headings, columns, words and boxes of a backlog mean where the reader does not know them.",
                "{}",
                ReadingKeys.Object.Type,
                (settings, change) => settings with { Reading = change(settings.Reading) }
            ),
            Setting(
                "metrics",
                "The metrics that must not get worse, by name: the name in their file, or the column header in the Metrics section.",
                "{}",
                Metrics,
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

    /// <summary>The keys of <c>fields</c>: every field with labels. Labels from several files add up.</summary>
    public static ObjectType<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>> FieldLabels(
        FieldTable table
    ) =>
        new([
            .. table.WithLabels.Select(field =>
                Key<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>>.Of(
                    field.Name,
                    $"Additional labels of {field.Name}.",
                    JsonTypes.Text.ToList(),
                    (labels, more) => labels.SetItem(field, [.. labels.GetValueOrDefault(field, []).Union(more)])
                )
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

namespace KaizenGate.Core.Settings;

/// <summary>The settings in force, after profile, <c>extends</c>, file, environment and command line.</summary>
internal sealed record GateSettings
{
    /// <summary>The built-in settings.</summary>
    public static GateSettings Default { get; } = new();

    /// <summary>The globs of the backlogs, relative to the folder of the settings; empty for the usual names.</summary>
    public ImmutableArray<string> Backlogs { get; init; } = [];

    /// <summary>The trackers among the backlogs; <see cref="Backlogs"/> has the paths of their snapshots.</summary>
    public ImmutableArray<TrackerSettings> Trackers { get; init; } = [];

    /// <summary>The archive of completed improvements, relative to the backlog's folder; null for <c>NAME.archive.md</c>.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether new improvements get random numbers, so that parallel branches and agents do not pick the same one.</summary>
    public bool HasRandomIds { get; init; }

    /// <summary>The prefix of new ids; null for the one that the backlog uses.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The name of the profile.</summary>
    public string Profile { get; init; } = "recommended";

    /// <summary>The lowest severity that fails the gate; null for none.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    /// <summary>The size of the team; at least 1.</summary>
    public int People { get; init; } = 1;

    /// <summary>Working hours per person and week.</summary>
    public double HoursPerWeek { get; init; } = 40;

    /// <summary>The window of the flow rules, in weeks.</summary>
    public int WindowWeeks { get; init; } = 12;

    /// <summary>The weeks after a completion from which on its effect is due to be measured again.</summary>
    public int SecondLookWeeks { get; init; } = 26;

    public HistoryUse History { get; init; }

    public Scoring Scoring { get; init; } = Scoring.Default;

    /// <summary>Additional labels by field, in any language.</summary>
    public ImmutableDictionary<FieldDefinition, ImmutableArray<string>> Fields { get; init; } =
        ImmutableDictionary<FieldDefinition, ImmutableArray<string>>.Empty;

    public ReadingSettings Reading { get; init; } = ReadingSettings.Default;

    /// <summary>The metrics of KZ405 by name: the name in their file, or the header of their column in the Metrics section.</summary>
    public ImmutableDictionary<string, MetricSettings> Metrics { get; init; } =
        ImmutableDictionary<string, MetricSettings>.Empty;

    /// <summary>The options of rules by id, where they differ from the defaults. The profile is already applied.</summary>
    public ImmutableDictionary<string, RuleSettings> Rules { get; init; } =
        ImmutableDictionary<string, RuleSettings>.Empty;

    /// <summary>The maximum size of a backlog, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>The baseline file, relative to the folder of the settings.</summary>
    public string Baseline { get; init; } = "kaizen.baseline.json";

    public Severity SeverityOf(KnownRule rule) =>
        Rules.TryGetValue(rule.Id, out var own) && own.Severity is { } severity ? severity : rule.DefaultSeverity;
}

/// <summary>The options of one rule; null or missing when not set.</summary>
internal sealed record RuleSettings
{
    public Severity? Severity { get; init; }

    public ImmutableDictionary<string, double> Numbers { get; init; } = ImmutableDictionary<string, double>.Empty;

    public ImmutableDictionary<string, ImmutableArray<string>> Lists { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}

/// <summary>The direction in which a metric improves.</summary>
internal enum Better
{
    Lower,
    Higher,
}

/// <summary>How a metric varies, which decides the scale of its limits.</summary>
internal enum MetricKind
{
    /// <summary>Evenly around its mean.</summary>
    Value,

    /// <summary>In proportion to its size, as times and sizes do.</summary>
    Duration,

    /// <summary>As the number of independent events does (Poisson).</summary>
    Count,

    /// <summary>As a share of 0% to 100% does (binomial).</summary>
    Share,
}

/// <summary>A metric that must not get worse.</summary>
internal sealed record MetricSettings(Better Better)
{
    public MetricKind Kind { get; init; }

    /// <summary>The unit of its values; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>The CSV or JSON Lines file with its values, relative to the folder of the settings; null for a column of the Metrics section.</summary>
    public string? Source { get; init; }

    /// <summary>Where its value is measured, see <see cref="MetricMeasure"/>; null when it is recorded by hand.</summary>
    public string? Measure { get; init; }
}

/// <summary>Whether the history of a backlog is read from git. Without it the dates in the file are used.</summary>
internal enum HistoryUse
{
    /// <summary>When there is a repository.</summary>
    Auto,

    /// <summary>Always; without a repository the run ends with an input error.</summary>
    Required,

    /// <summary>Never.</summary>
    Off,
}

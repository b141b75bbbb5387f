using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings;

/// <summary>The settings that are in force, after profile, <c>extends</c>, file, environment and command line.</summary>
internal sealed record GateSettings
{
    /// <summary>The built-in settings.</summary>
    public static GateSettings Default { get; } = new();

    /// <summary>Globs that find the backlogs, relative to the folder of the settings; empty: the usual names.</summary>
    public ImmutableArray<string> Backlogs { get; init; } = [];

    /// <summary>The archive of completed improvements, relative to the backlog's folder; null: <c>NAME.archive.md</c> beside it.</summary>
    public string? Archive { get; init; }

    /// <summary>How new improvements are numbered.</summary>
    public IdKind Ids { get; init; }

    /// <summary>What stands before the number of a new id; null: what the backlog uses.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>recommended, strict or advisory.</summary>
    public string Profile { get; init; } = "recommended";

    public FailOn FailOn { get; init; } = FailOn.Error;

    /// <summary>Number of people whose time counts; at least 1.</summary>
    public int People { get; init; } = 1;

    /// <summary>Working hours of one person a week.</summary>
    public double HoursPerWeek { get; init; } = 40;

    /// <summary>The window W of the flow rules, in weeks.</summary>
    public int WindowWeeks { get; init; } = 12;

    /// <summary>Whether the past comes from git.</summary>
    public HistoryUse History { get; init; }

    public Scoring Scoring { get; init; } = Scoring.Default;

    /// <summary>Further labels of a field, in any language.</summary>
    public ImmutableDictionary<FieldDefinition, ImmutableArray<string>> Fields { get; init; } =
        ImmutableDictionary<FieldDefinition, ImmutableArray<string>>.Empty;

    /// <summary>The metrics that KZ405 watches, by their name: that in their file, or the header of their column in the Metrics section.</summary>
    public ImmutableDictionary<string, MetricSettings> Metrics { get; init; } =
        ImmutableDictionary<string, MetricSettings>.Empty;

    /// <summary>The options of rules that differ from their defaults, by rule id. The profile is already applied.</summary>
    public ImmutableDictionary<string, RuleSettings> Rules { get; init; } =
        ImmutableDictionary<string, RuleSettings>.Empty;

    /// <summary>The largest file that is read, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>The baseline file, relative to the folder of the settings.</summary>
    public string Baseline { get; init; } = "kaizen.baseline.json";

    /// <summary>The severity of a rule under these settings.</summary>
    public Severity SeverityOf(KnownRule rule) =>
        Rules.TryGetValue(rule.Id, out var own) && own.Severity is { } severity ? severity : rule.DefaultSeverity;
}

/// <summary>The options of one rule; what is not set is null or missing.</summary>
internal sealed record RuleSettings
{
    public Severity? Severity { get; init; }

    public ImmutableDictionary<string, double> Numbers { get; init; } = ImmutableDictionary<string, double>.Empty;

    public ImmutableDictionary<string, ImmutableArray<string>> Lists { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}

/// <summary>Which way a metric gets better.</summary>
internal enum Better
{
    Lower,
    Higher,
}

/// <summary>A metric that must not get worse.</summary>
internal sealed record MetricSettings(Better Better)
{
    /// <summary>The unit of its values; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>The CSV or JSON Lines file that its values are recorded in, relative to the folder of the settings; null for a column of the Metrics section.</summary>
    public string? Source { get; init; }
}

using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Settings during loading, which distinguish set values from defaults.</summary>
internal sealed record SettingsLayer
{
    public static SettingsLayer Empty { get; } = new();

    /// <summary>The final settings, except for profile and scoring. Severities are only those that were set.</summary>
    public GateSettings Settings { get; init; } = GateSettings.Default;

    public Profile Profile { get; init; } = Profile.All[0];

    public ScoringLayer Scoring { get; init; } = new();

    /// <summary>The base files as written, with their places.</summary>
    public ImmutableArray<(string Path, TextPosition Place)> Extends { get; init; } = [];

    public bool IsRoot { get; init; }

    public SettingsLayer With(Func<GateSettings, GateSettings> change) => this with { Settings = change(Settings) };

    public SettingsLayer WithRule(string id, Func<RuleSettings, RuleSettings> change) =>
        With(settings =>
            settings with
            {
                Rules = settings.Rules.SetItem(id, change(settings.Rules.GetValueOrDefault(id) ?? new RuleSettings())),
            }
        );

    /// <summary>Applies the profile to the rules without a severity, and completes the scoring.</summary>
    /// <exception cref="InputException">The thresholds of the scoring contradict each other.</exception>
    public GateSettings Finish(IEnumerable<KnownRule> rules)
    {
        var all = Settings.Rules.ToBuilder();
        foreach (var rule in rules)
        {
            var own = all.GetValueOrDefault(rule.Id);
            var severity = own?.Severity ?? Profile.SeverityOf(rule);
            if (severity != rule.DefaultSeverity)
            {
                all[rule.Id] = (own ?? new RuleSettings()) with { Severity = severity };
            }
        }

        return Settings with
        {
            Profile = Profile.Name,
            Scoring = Scoring.Finish(),
            Rules = all.ToImmutable(),
        };
    }
}

/// <summary>The scoring during loading. Its default thresholds depend on the formula, which may come from another file.</summary>
internal sealed record ScoringLayer
{
    /// <summary>All except the thresholds.</summary>
    public Scoring Scoring { get; init; } = Scoring.Default;

    public FormulaPreset? Preset { get; init; } = FormulaPreset.All[0];

    public (double Value, TextPosition Place)? High { get; init; }

    public (double Value, TextPosition Place)? Medium { get; init; }

    /// <exception cref="InputException">The threshold for medium is greater than that for high.</exception>
    public Scoring Finish()
    {
        var high = High?.Value ?? Preset?.High ?? Scoring.Default.High;
        var medium = Medium?.Value ?? Preset?.Medium ?? Scoring.Default.Medium;
        if (medium <= high)
        {
            return Scoring with { High = high, Medium = medium };
        }

        var place = (Medium ?? High)!.Value.Place;
        throw place.Error(
            $"scoring.medium ({medium}) is greater than scoring.high ({high})",
            "Set scoring.high to the larger value."
        );
    }
}

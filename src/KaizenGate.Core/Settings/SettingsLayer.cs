using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The settings while they are laid over one another: what was set is told from what was not.</summary>
internal sealed record SettingsLayer
{
    public static SettingsLayer Empty { get; } = new();

    /// <summary>Everything that needs no second look. Its severities are those that were set, without the profile's.</summary>
    public GateSettings Settings { get; init; } = GateSettings.Default;

    public Profile Profile { get; init; } = Profile.All[0];

    public ScoringLayer Scoring { get; init; } = new();

    /// <summary>The files that this one builds on, as written, with their places.</summary>
    public ImmutableArray<(string Path, TextPosition Place)> Extends { get; init; } = [];

    public bool IsRoot { get; init; }

    public SettingsLayer With(Func<GateSettings, GateSettings> change) => this with { Settings = change(Settings) };

    /// <summary>Changes the options of a rule.</summary>
    public SettingsLayer WithRule(string id, Func<RuleSettings, RuleSettings> change) =>
        With(settings =>
            settings with
            {
                Rules = settings.Rules.SetItem(id, change(settings.Rules.GetValueOrDefault(id) ?? new RuleSettings())),
            }
        );

    /// <summary>Puts in what the profile says of the rules whose severity was not set, and works out the scoring.</summary>
    /// <exception cref="InputException">Two settings contradict each other.</exception>
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

/// <summary>The scoring while it is put together: which bounds hold depends on the formula, which may come from another file.</summary>
internal sealed record ScoringLayer
{
    /// <summary>All but the bounds.</summary>
    public Scoring Scoring { get; init; } = Scoring.Default;

    public FormulaPreset? Preset { get; init; } = FormulaPreset.All[0];

    public (double Value, TextPosition Place)? High { get; init; }

    public (double Value, TextPosition Place)? Medium { get; init; }

    /// <exception cref="InputException">A medium score would have to be higher than a high one.</exception>
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

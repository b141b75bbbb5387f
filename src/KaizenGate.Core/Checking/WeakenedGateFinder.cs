using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Checking;

/// <summary>Finds what a change makes laxer about the gate: KZ909.</summary>
/// <param name="change">The gate before and after the change.</param>
/// <param name="rules">The rules.</param>
internal sealed class WeakenedGateFinder(GateChange change, ImmutableArray<KnownRule> rules)
{
    /// <summary>
    /// The rule as it was before the change, or as it is now if that is stricter: a change cannot turn off the rule that reports it.
    /// </summary>
    public static RuleInForce InForce(RuleInForce now, GateChange change)
    {
        var before = change.Run.Before.Settings.SeverityOf(now.Rule.Known);
        return before > now.Severity ? now with { Severity = before } : now;
    }

    /// <summary>Returns the findings. No suppression and no baseline applies to them.</summary>
    /// <param name="rule">KZ909 in force.</param>
    /// <param name="evidence">The checked backlogs with their history.</param>
    /// <param name="asOf">Today.</param>
    public IEnumerable<Finding> Find(RuleInForce rule, ImmutableArray<Evidence> evidence, DateOnly asOf)
    {
        var differences = change
            .Own.Prepend(change.Run)
            .SelectMany(OfSettings)
            .Distinct()
            .Concat(new WeakenedBaseline(change, rules, evidence, asOf).Differences())
            .Concat(
                change.Suppressing.SelectMany(pair => new WeakenedSuppressions(rules).Between(pair.Before, pair.After))
            );
        return differences
            .GroupBy(one => (one.File, one.Span))
            .SelectMany(place =>
                Finding.Of(
                    rule,
                    place.Key.File,
                    WeakenedGate.Weakened(place.Key.Span, [.. place.Select(one => one.Description)])
                )
            );
    }

    private IEnumerable<Weakening> OfSettings(SettingsPair pair)
    {
        if (pair.Before == pair.After)
        {
            return [];
        }

        var changes = SettingChange.Between(pair.Before.Settings, pair.After.Settings, rules);
        if (changes.IsEmpty)
        {
            return [];
        }

        var before = new SettingsPlaces(pair.Before.Files, change.SourceBefore, rules);
        var after = new SettingsPlaces(pair.After.Files, change.SourceAfter, rules);
        var isOtherProfile = pair.Before.Settings.Profile != pair.After.Settings.Profile;
        var byProfile = changes.ToLookup(one =>
            isOtherProfile && one.Path is ["rules", _] && OwnPlace(one.Path) is null
        );
        return [.. byProfile[false].Select(one => At(one.Path, one.Description)), .. Profile([.. byProfile[true]])];

        Weakening At(ImmutableArray<string> path, string description)
        {
            var (file, span) =
                OwnPlace(path)
                ?? after.Find(path, out _)
                ?? (pair.After.Files.Concat(pair.Before.Files).Last(), SourceSpan.FileStart);
            return new(change.NameOf(file), span, description);
        }

        // A key that was removed has a place only in the file before.
        (string File, SourceSpan Span)? OwnPlace(ImmutableArray<string> path) =>
            after.Find(path, out var isExact) is { } place && isExact ? place
            : before.Find(path, out var wasExact) is { } former && wasExact ? (former.File, SourceSpan.FileStart)
            : null;

        IEnumerable<Weakening> Profile(ImmutableArray<SettingChange> lowered) =>
            lowered.IsEmpty
                ? []
                :
                [
                    At(
                        ["profile"],
                        $"sets `profile` to {pair.After.Settings.Profile} (it was {pair.Before.Settings.Profile}), which lowers "
                            + Wording.And([.. lowered.Select(one => one.Path[1])])
                    ),
                ];
    }
}

/// <summary>One thing that a change makes laxer.</summary>
/// <param name="File">The file of the place.</param>
/// <param name="Span">The place.</param>
/// <param name="Description">In the third person: "turns KZ304 off (it was error)".</param>
internal sealed record Weakening(SourceFile File, SourceSpan Span, string Description);

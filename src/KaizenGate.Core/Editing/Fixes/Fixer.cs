using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>What became of one backlog.</summary>
/// <param name="After">As it is when all is put right that can be.</param>
/// <param name="Fixed">How many findings of each rule are gone; rules without any left out.</param>
/// <param name="Left">The findings of the same rules that are still there: they take a person's decision.</param>
internal sealed record FixOutcome(
    EditableBacklog After,
    ImmutableArray<(Rule Rule, int Count)> Fixed,
    ImmutableArray<Finding> Left
);

/// <summary>Puts right what rules find, where the remedy is mechanical.</summary>
internal static class Fixer
{
    /// <summary>What one fix does may give another something to do; more than this means that two fixes disagree.</summary>
    private const int MostPasses = 5;

    /// <summary>Fixes a backlog; writes nothing. Findings that are suppressed, and rules that are off, are left alone.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="archive">Its archive; null when there is none.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="asOf">Today, for the rules.</param>
    /// <param name="rules">The ids of the rules to fix; empty for all.</param>
    public static FixOutcome Of(
        EditableBacklog document,
        Backlog? archive,
        GateSettings settings,
        DateOnly asOf,
        IReadOnlySet<string> rules
    )
    {
        var chosen = FixCatalog.All.Where(fix => rules.Count == 0 || rules.Contains(fix.Rule.Id)).ToList();
        var now = document;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = now;
            foreach (var fix in chosen)
            {
                now = Applied(fix, now);
            }

            if (ReferenceEquals(now, before))
            {
                break;
            }
        }

        var was = chosen.ToDictionary(fix => fix.Rule.Id, fix => Found(fix.Rule, document).Length);
        var left = chosen.SelectMany(fix => Found(fix.Rule, now)).ToImmutableArray();
        var counts = chosen.Select(fix =>
            (fix.Rule, Count: was[fix.Rule.Id] - left.Count(finding => finding.Rule.Id == fix.Rule.Id))
        );
        return new FixOutcome(now, [.. counts.Where(one => one.Count > 0)], left);

        EditableBacklog Applied(Fix fix, EditableBacklog text)
        {
            // A fix goes on as long as it leaves less to do than before.
            for (var found = Found(fix.Rule, text); found.Length > 0; )
            {
                var next = fix.Apply(new FixTask(text, found, archive, settings, asOf));
                var rest = ReferenceEquals(next, text) ? found : Found(fix.Rule, next);
                if (rest.Length >= found.Length)
                {
                    break;
                }

                (text, found) = (next, rest);
            }

            return text;
        }

        ImmutableArray<Finding> Found(Rule rule, EditableBacklog text) =>
            [
                .. Gate.Check(
                        Gate.ByTheirDates([text.Backlog with { Archive = archive }], asOf),
                        settings,
                        asOf,
                        "",
                        null,
                        [rule]
                    )
                    .Findings.Where(finding => !finding.IsSuppressed),
            ];
    }
}

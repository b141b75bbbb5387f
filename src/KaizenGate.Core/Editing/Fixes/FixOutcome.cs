using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>The result of fixing a backlog.</summary>
/// <param name="After">The backlog with all fixes.</param>
/// <param name="Fixed">The number of fixed findings per rule; only rules with any.</param>
/// <param name="Left">The remaining findings of the same rules, which need a decision.</param>
internal sealed record FixOutcome(
    EditableBacklog After,
    ImmutableArray<(Rule Rule, int Count)> Fixed,
    ImmutableArray<Finding> Left
)
{
    /// <summary>A fix can cause findings of another; after more passes two fixes undo each other.</summary>
    private const int MaxPasses = 5;

    /// <summary>Fixes a backlog; writes no file. Skips suppressed findings and disabled rules.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="archive">Its archive; null when there is none.</param>
    /// <param name="settings">The settings.</param>
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
        var chosen = Fix.All.Where(fix => rules.Count == 0 || rules.Contains(fix.Rule.Id)).ToList();
        var was = chosen.ToDictionary(fix => fix.Rule.Id, fix => Found(fix.Rule, document).Length);
        var now = document;
        for (var pass = 0; pass < MaxPasses; pass++)
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

        var left = chosen.SelectMany(fix => Found(fix.Rule, now)).ToImmutableArray();
        var counts = chosen.Select(fix =>
            (fix.Rule, Count: was[fix.Rule.Id] - left.Count(finding => finding.Rule.Id == fix.Rule.Id))
        );
        return new FixOutcome(now, [.. counts.Where(one => one.Count > 0)], left);

        EditableBacklog Applied(Fix fix, EditableBacklog text)
        {
            // Repeats a fix while it reduces its findings.
            var found = Found(fix.Rule, text);
            for (var pass = 0; pass < MaxPasses && found.Length > 0; pass++)
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

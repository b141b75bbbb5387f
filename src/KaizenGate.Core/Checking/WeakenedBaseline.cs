using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Checking;

/// <summary>Finds what a change adds to the baseline, or extends.</summary>
/// <param name="change">The baseline before and after the change.</param>
/// <param name="rules">The rules that entries may name.</param>
/// <param name="evidence">The backlogs with their history, which identifies improvements by former titles.</param>
/// <param name="asOf">Today; entries that have expired accept nothing.</param>
internal sealed class WeakenedBaseline(
    GateChange change,
    ImmutableArray<KnownRule> rules,
    ImmutableArray<Evidence> evidence,
    DateOnly asOf
)
{
    /// <summary>The maximum number of entries in one message.</summary>
    private const int MostNamed = 3;

    public IEnumerable<Weakening> Differences()
    {
        if (
            change.BaselineAfter is not { } now
            || (change.BaselineBefore is { } then && then.Bytes.Span.SequenceEqual(now.Bytes.Span))
        )
        {
            return [];
        }

        var items = new AcceptedItems(evidence);
        var before = EntriesOf(change.BaselineBefore)
            .GroupBy(items.FindingOf)
            .ToDictionary(same => same.Key, same => same.Max(entry => entry.LastDay));
        var after = EntriesOf(now).Where(entry => entry.IsValid(asOf)).ToList();
        List<BaselineEntry> added = [.. after.Where(entry => !before.ContainsKey(items.FindingOf(entry)))];
        List<BaselineEntry> extended =
        [
            .. after.Where(entry =>
                before.TryGetValue(items.FindingOf(entry), out var expired) && entry.LastDay > expired
            ),
        ];
        return [.. Of("adds", "to the baseline", added), .. Of("extends", "in the baseline", extended)];

        IEnumerable<Weakening> Of(string verb, string where, List<BaselineEntry> entries) =>
            entries.Count == 0
                ? []
                :
                [
                    new(
                        now.File,
                        entries[0].Span,
                        $"{verb} {Wording.Count(entries.Count, "entry", "entries")} {where}, until {Wording.Day(entries.Max(entry => entry.LastDay))}: {Named(entries)}"
                    ),
                ];
    }

    private static string Named(List<BaselineEntry> entries)
    {
        var named = entries.Take(MostNamed).Select(entry => $"{entry.RuleId} on {Quote.Of(entry.Item ?? entry.Path)}");
        return Wording.And(entries.Count > MostNamed ? [.. named, $"{entries.Count - MostNamed} more"] : [.. named]);
    }

    private ImmutableArray<BaselineEntry> EntriesOf(BaselineText? text)
    {
        try
        {
            return text is null ? [] : Baseline.Read(text.File, text.Bytes, rules).Entries;
        }
        catch (InputException)
        {
            return []; // The run reports an invalid baseline; an invalid one before the change accepted nothing.
        }
    }
}

using System.Text;
using KaizenGate.Core.Editing.Merging;

namespace KaizenGate.Fuzz.Targets;

/// <summary>
/// Merges three versions, which lines <c>%%</c> separate; the last is repeated for those that are missing. A version that only one side
/// changed wins, and equal sides stay as they are.
/// </summary>
internal static class MergeTarget
{
    public static int Run(byte[] input)
    {
        var cut = Encoding.UTF8.GetString(input).Split("%%\n");
        byte[][] texts =
        [
            .. Enumerable.Range(0, 3).Select(at => Encoding.UTF8.GetBytes(cut[Math.Min(at, cut.Length - 1)])),
        ];
        var (ancestor, ours, theirs) = (texts[0], texts[1], texts[2]);
        var merged = Merge(ancestor, ours, theirs);
        Wins(theirs, Merge(ours, ours, theirs), "their side is the only change");
        Wins(ours, Merge(theirs, ours, theirs), "our side is the only change");
        Wins(ours, Merge(ancestor, ours, ours), "both sides are equal");
        return merged is null ? 0 : 1 + Math.Min(merged.Conflicts, 20) + (merged.Remarks.Length << 8);
    }

    private static MergedBacklog? Merge(byte[] ancestor, byte[] ours, byte[] theirs) =>
        MergedBacklog.Of(ancestor, ours, theirs, Sample.Options, new ConflictMarkers(), _ => false);

    private static void Wins(byte[] expected, MergedBacklog? merged, string why) =>
        BrokenInvariantException.Unless(
            merged is null || merged.Bytes.Span.SequenceEqual(expected),
            $"{why}, but the result is\n{Encoding.UTF8.GetString(merged is null ? [] : merged.Bytes.Span)}\n-- not\n{Encoding.UTF8.GetString(expected)}"
        );
}

using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>What a merge came to.</summary>
/// <param name="Bytes">The merged file, with markers where a person has to decide.</param>
/// <param name="Conflicts">How many of these there are.</param>
/// <param name="Remarks">What else was decided that a person should know; sentences without a full stop.</param>
internal sealed record MergedBacklog(ReadOnlyMemory<byte> Bytes, int Conflicts, ImmutableArray<string> Remarks);

/// <summary>
/// Merges two versions of a backlog improvement by improvement: what the sides did to different ones never meets, and a conflict
/// stays on the lines of one.
/// </summary>
internal static class BacklogMerge
{
    /// <summary>Merges; writes nothing.</summary>
    /// <param name="ancestor">What both sides come from; empty when there is none.</param>
    /// <param name="ours">Our side.</param>
    /// <param name="theirs">Their side.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="markers">How a conflict is shown.</param>
    /// <param name="isTaken">Whether an id is in use outside of the file, so that it cannot be given to a new improvement.</param>
    /// <returns>Null when a side is no backlog, or cannot be read as one: merge its lines.</returns>
    public static MergedBacklog? Of(
        byte[] ancestor,
        byte[] ours,
        byte[] theirs,
        ReadingOptions options,
        ConflictMarkers markers,
        Func<string, bool> isTaken
    )
    {
        if (MergeText.Of(ancestor, ours, theirs) is not { } texts)
        {
            return null;
        }

        try
        {
            return Of(texts.Ancestor, texts.Ours, texts.Theirs, options, markers, isTaken);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static MergedBacklog? Of(
        MergeText ancestor,
        MergeText ours,
        MergeText theirs,
        ReadingOptions options,
        ConflictMarkers markers,
        Func<string, bool> isTaken
    )
    {
        var (was, our, their) = (
            MergeSide.Read(ancestor, options),
            MergeSide.Read(ours, options),
            MergeSide.Read(theirs, options)
        );
        if (our.Blocks.Count == 0 || their.Blocks.Count == 0)
        {
            return null;
        }

        ItemNames.Carry(was, our);
        ItemNames.Carry(was, their);
        var remarks = IdCollisions.Resolve(was, our, their, isTaken);
        var twice = new[] { was, our, their }.SelectMany(Duplicates).ToHashSet(StringComparer.Ordinal);
        var (cutWas, cutOur, cutTheir) = (Cut(was), Cut(our), Cut(their));
        var figures = new MergedFigures(was, our, their);
        var pieces = ElementMerge.Of(
            cutWas,
            cutOur,
            cutTheir,
            (before, one, other) => one.Item is null ? figures.Merge(one, other) : ItemMerge.Of(before, one, other)
        );
        var gaps = new MergedGaps(cutWas, cutOur, cutTheir);
        if (pieces.Any(piece => piece.Key is MergedFigures.Total or MergedFigures.Rate))
        {
            var merged = MergeSide.Read(ours with { Lines = Written(gaps.Fill(pieces), null) }, options).Backlog;
            foreach (var piece in pieces.Where(piece => piece.Key is MergedFigures.Total or MergedFigures.Rate))
            {
                figures.Recount(piece, merged);
            }
        }

        var lines = gaps.Fill(pieces);
        return new MergedBacklog(
            MergeText.Frame(ancestor, ours, theirs, Written(lines, markers)).Bytes(),
            lines.Count(line => line.IsConflict),
            remarks
        );

        MergeDocument Cut(MergeSide side) => side.Cut(name => !twice.Contains(name));
    }

    /// <summary>The names that stand for two improvements, as two with the same id: their lines are merged as lines.</summary>
    private static IEnumerable<string> Duplicates(MergeSide side) =>
        side.Named().GroupBy(one => one.Name).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private static string[] Written(List<MergedLines> lines, ConflictMarkers? markers)
    {
        var text = new List<string>();
        foreach (var line in lines)
        {
            line.Write(text, markers);
        }

        return [.. text];
    }
}

using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>
/// Reads one revision after another of a file; what did not change since the last one is not read again. Nothing that a
/// revision holds is an error: what was wrong in the past stops nobody today.
/// </summary>
/// <param name="memo">What is remembered, with the options; readers of several files may share it.</param>
internal sealed class RevisionReader(RevisionMemo memo)
{
    private readonly RevisionCutter cutter = new(memo);
    private ImmutableArray<Improvement> improvements = [];
    private Dictionary<ReadSection, Chapter> chapters = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// The improvements of a revision, as <see cref="BacklogReader"/> finds them; what is nested too deeply is left out. An
    /// improvement whose text and surroundings did not change is the same object again (as long as the memo has room). A
    /// section that the file repeats is remembered in one place only: it may give the same object twice, or another one each time. Places (spans and <see cref="Improvement.Order"/>) mean nothing.
    /// </summary>
    /// <param name="bytes">The file, whatever its encoding. Not used after the call.</param>
    public ImmutableArray<Improvement> Read(ReadOnlySpan<byte> bytes)
    {
        if (!cutter.Take(TextFile.AsUtf8(bytes)))
        {
            return improvements;
        }

        var reader = new ImprovementReader(memo.Nowhere, memo.Options, HasSizes(), new Problems());
        var finder = new ItemFinder(memo.Labels, memo.Nowhere, reader, memo.Entries, expected: improvements.Length + 8);
        finder.Find(Root());
        improvements = [.. SamePlaces.Unite(finder.Found, memo.Options.Scoring)];
        return improvements;
    }

    private bool HasSizes()
    {
        for (var index = 0; index < cutter.Count; index++)
        {
            if (cutter[index].HasSizes)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outline, with the chapters that the last revision had as they were then.</summary>
    private Scope Root()
    {
        var root = new Scope(null, 0);
        var current = root;
        var next = new Dictionary<ReadSection, Chapter>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < cutter.Count; )
        {
            if (Chapter.End(cutter, index) is not { } end)
            {
                foreach (var passage in cutter[index].Passages)
                {
                    current = Outline.Add(current, passage);
                }

                index++;
                continue;
            }

            var chapter =
                chapters.TryGetValue(cutter[index], out var known) && known.Is(cutter, index, end)
                    ? known
                    : new Chapter([.. Enumerable.Range(index, end - index).Select(at => cutter[at])]);
            next[cutter[index]] = chapter;
            current = current.Above(Chapter.Level);
            current.Add(Scope.Of(current, chapter));
            index = end;
        }

        chapters = next;
        return root;
    }
}

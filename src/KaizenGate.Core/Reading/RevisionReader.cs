using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Reads one revision after another of a file; a section that did not change is not read again. Nothing that a revision holds
/// is an error: what was wrong in the past stops nobody today.
/// </summary>
/// <param name="memo">What is remembered, with the options; readers of several files may share it.</param>
internal sealed class RevisionReader(RevisionMemo memo)
{
    private readonly RevisionCutter cutter = new(memo);
    private ImmutableArray<Improvement> improvements = [];

    /// <summary>
    /// The improvements of a revision, as <see cref="BacklogReader"/> finds them; what is nested too deeply is left out. An
    /// improvement whose section and headings above did not change is the same object again (as long as the memo has room). A
    /// section that the file repeats is remembered in one place only: it may give the same object twice, or another one each
    /// time. Places (spans and <see cref="Improvement.Order"/>) mean nothing.
    /// </summary>
    /// <param name="bytes">The file, whatever its encoding. Not used after the call.</param>
    public ImmutableArray<Improvement> Read(ReadOnlySpan<byte> bytes)
    {
        if (cutter.Take(TextFile.AsUtf8(bytes)))
        {
            var reader = new ImprovementReader(memo.Nowhere, memo.Options, new Problems());
            var finder = new ItemFinder(memo.Labels, memo.Nowhere, reader);
            finder.Find(
                Outline.Of(cutter.Sections.SelectMany(section => section.Passages)),
                cutter.Sections.Any(section => section.HasSizes)
            );
            improvements = [.. DuplicateMerger.Unite(finder.Found, memo.Options.Scoring)];
        }

        return improvements;
    }
}

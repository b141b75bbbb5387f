using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Reads one revision of a file after another; parses only the changed sections. The content of a revision is never an error.
/// </summary>
/// <param name="memo">Can be shared by the readers of several files.</param>
/// <param name="fileName">The name of the file, which is evidence of what it holds.</param>
internal sealed class RevisionReader(RevisionMemo memo, string fileName)
{
    private readonly RevisionCutter cutter = new(memo);
    private readonly Outline outline = new();
    private ImmutableArray<Improvement> improvements = [];

    /// <summary>
    /// Returns the improvements that <see cref="BacklogReader"/> would find, except in sections that are nested too deeply. Returns the
    /// same object for an improvement whose section and headings above did not change, while the section is cached. A repeated
    /// section is cached once: it can give the same object twice, or a new one each time. Spans and
    /// <see cref="Improvement.Order"/> have no meaning.
    /// </summary>
    /// <param name="bytes">The file in any Unicode encoding; not used after the call.</param>
    public ImmutableArray<Improvement> Read(ReadOnlySpan<byte> bytes)
    {
        if (!cutter.Take(Transcriber.Utf8Of(fileName, TextFile.AsUtf8(bytes))))
        {
            return improvements;
        }

        outline.Clear();
        var conventions = default(Conventions);
        foreach (var (_, section) in cutter.Cuts)
        {
            conventions = conventions.With(section.Conventions);
            foreach (var block in section.Blocks)
            {
                outline.Add(block);
            }
        }

        var finder = new ItemFinder(memo.Labels, memo.Nowhere, memo.Options, titles: memo.Titles);
        finder.Find(outline.Root, conventions, fileName, null);
        var found = memo.Parts.Read(finder.Parts);
        memo.Problems.Clear();
        improvements = [.. DuplicateMerger.Merge(found, memo.Options.Scoring)];
        return improvements;
    }
}

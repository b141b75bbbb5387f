namespace KaizenGate.Core.History;

/// <summary>The change of one file by a commit.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">Its path.</param>
/// <param name="Blob">The id of its new content; null when it was deleted.</param>
/// <param name="Before">
/// Its contents in the parents, from which the change is the difference; empty when the new content replaces whatever the file has.
/// </param>
internal sealed record FileStep(TrackedFile File, string Path, string? Blob, ImmutableArray<string?> Before);

/// <summary>A text to read.</summary>
internal readonly record struct PlannedText(string Path, string Blob);

/// <summary>The changes of backlogs in the order in which they are applied, and the texts that this needs.</summary>
/// <remarks>
/// As if all branches had been rebased onto each other: each commit of a branch changes what it changed there, and a merge of all
/// branches sets the files to its own content.
/// </remarks>
/// <param name="graph">The commits.</param>
/// <param name="paths">The files.</param>
internal sealed class RevisionPlan(CommitGraph graph, TrackedPaths paths)
{
    /// <summary>Stands for a content that is not that of any commit.</summary>
    private const string Combined = "";

    private readonly List<FileStep>?[] steps = new List<FileStep>?[graph.Commits.Length];

    /// <summary>The commits with changes, in order.</summary>
    public IEnumerable<(int Commit, List<FileStep> Steps)> Commits =>
        steps.Index().Where(one => one.Item is not null).Select(one => (one.Index, one.Item!));

    /// <summary>Adds the revisions of a backlog. Backlogs must be added in their order.</summary>
    /// <param name="backlog">Its number.</param>
    /// <param name="revisions">Its revisions, oldest first.</param>
    /// <param name="current">The blob ids of its files before them, by number; empty for none.</param>
    public void Add(int backlog, ImmutableArray<BacklogRevision> revisions, ImmutableArray<string?> current)
    {
        var names = paths.Names(backlog);
        var now = new string?[names.Count];
        current.CopyTo(now);
        foreach (var revision in revisions)
        {
            for (var file = 0; file < now.Length; file++)
            {
                var blob = BlobOf(revision, file);
                ImmutableArray<string?> before = [];
                if (!revision.IsOnly)
                {
                    before = [.. revision.Parents.Select(parent => BlobOf(parent, file)).DefaultIfEmpty().Distinct()];
                }

                if (revision.IsOnly ? now[file] == blob : before.Contains(blob))
                {
                    continue;
                }

                now[file] = revision.IsOnly ? blob : Combined;
                (steps[revision.Commit] ??= []).Add(
                    new FileStep(new TrackedFile(backlog, file), names[file], blob, before)
                );
            }
        }
    }

    /// <summary>Returns the texts that <see cref="TextReader"/> asks for when the steps are taken in order.</summary>
    public List<PlannedText> Texts()
    {
        var texts = new List<PlannedText>();
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in Commits.SelectMany(commit => commit.Steps))
        {
            foreach (var blob in Needed(step))
            {
                if (last.GetValueOrDefault(step.Path) != blob)
                {
                    last[step.Path] = blob;
                    texts.Add(new PlannedText(step.Path, blob));
                }
            }
        }

        return texts;
    }

    /// <summary>The ids of the contents that a step needs, in the order in which they are read.</summary>
    public static IEnumerable<string> Needed(FileStep step) => step.Before.Append(step.Blob).OfType<string>();

    // The blob of a file that was renamed away is an empty text.
    private static string? BlobOf(BacklogRevision revision, int file) =>
        file < revision.Blobs.Length && revision.Blobs[file] is { Length: > 0 } blob ? blob : null;
}

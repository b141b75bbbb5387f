namespace KaizenGate.Core.History;

/// <summary>One commit with what it made of the files of the backlogs.</summary>
internal sealed class Revision(CommitStamp commit)
{
    private readonly List<FileChange> changes = [];
    private readonly Lock adding = new();

    public CommitStamp Commit => commit;

    public IReadOnlyList<FileChange> Changes => changes;

    /// <summary>Adds a change. The one who lists the commits and the one who reads the texts do so at the same time.</summary>
    public void Add(FileChange change)
    {
        lock (adding)
        {
            changes.Add(change);
        }
    }

    /// <summary>The change of one file.</summary>
    public FileChange this[TrackedFile file]
    {
        get => changes.Find(change => Is(change, file));
        set => changes[changes.FindIndex(change => Is(change, file))] = value;
    }

    private static bool Is(FileChange change, TrackedFile file) =>
        change.Backlog == file.Backlog && change.File == file.File;
}

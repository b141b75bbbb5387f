namespace KaizenGate.Core.Agents;

/// <summary>
/// The sessions of a repository: a file each, and a log, in <c>kaizen/sessions</c> in its git folder. All of its working trees share it,
/// because a session may move from one to another, and they are deleted before anyone reads the log.
/// </summary>
/// <param name="Root">The root of the working tree; absolute.</param>
/// <param name="Folder">The folder, which may not exist; absolute.</param>
internal sealed record SessionFolder(string Root, string Folder)
{
    /// <summary>The age of sessions that are deleted; hosts delete transcripts after the same time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const string Extension = ".session";

    /// <summary>The time to wait while another run has a session.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The largest state: that of a backlog of 200,000 improvements.</summary>
    private const long MaxBytes = 8L * 1024 * 1024;

    /// <summary>What happened in the sessions.</summary>
    public SessionLog Log => new(Path.Join(Folder, "log.jsonl"));

    /// <summary>The sessions of the repository that contains a folder; null outside of a repository, or if a link is in their place.</summary>
    public static SessionFolder? Of(string? folder) =>
        RepositoryFolder.Of(folder) is var (root, git)
        && RepositoryFolder.CommonOf(git) is { } common
        && Path.Join(common, "kaizen") is var own
        && Path.Join(own, "sessions") is var sessions
        && !IsLink(common)
        && !IsLink(own)
        && !IsLink(sessions)
            ? new SessionFolder(root, sessions)
            : null;

    /// <summary>Opens a session for one run at a time; creates it if necessary, and waits up to a second for another run.</summary>
    /// <param name="key">See <see cref="SessionKey"/>.</param>
    /// <exception cref="IOException">Another run has it for longer, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public SessionFile Open(string key)
    {
        var path = PathOf(key);
        NewFile.CreateFolderOf(path);
        // Two files of hooks may report the same event at the same time.
        return new SessionFile(LockedFile.Wait(path, Patience));
    }

    /// <summary>Returns the sessions that can be read, the last one that was seen first.</summary>
    public ImmutableArray<SessionState> All() =>
        [
            .. Files()
                .Select(path => Read(path))
                .OfType<SessionState>()
                .OrderByDescending(state => state.SeenAt)
                .ThenBy(state => state.Key, StringComparer.Ordinal),
        ];

    /// <summary>Deletes a session, if possible.</summary>
    public void Delete(string key) => Delete(new FileInfo(PathOf(key)));

    /// <summary>Deletes the sessions that were not seen for long, if possible.</summary>
    public void Sweep(DateTimeOffset now)
    {
        foreach (var file in Files().Select(path => new FileInfo(path)))
        {
            if (now - file.LastWriteTimeUtc > Lifetime)
            {
                Delete(file);
            }
        }
    }

    private static void Delete(FileInfo file)
    {
        try
        {
            NewFile.Delete(file.FullName);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The next run tries again.
        }
    }

    private static SessionState? Read(string path)
    {
        try
        {
            return SessionState.Parse(PlainFile.Read(path, MaxBytes));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IEnumerable<string> Files() =>
        FolderEntries
            .Of(Folder, (name, isFolder) => !isFolder && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(entry => entry.Path)
            .Where(path => SessionKey.IsOne(Path.GetFileNameWithoutExtension(path)));

    private string PathOf(string key) =>
        SessionKey.IsOne(key)
            ? Path.Join(Folder, key + Extension)
            : throw new ArgumentException("not a key of a session", nameof(key));

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;
}

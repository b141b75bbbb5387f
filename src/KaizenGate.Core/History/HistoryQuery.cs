using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>What is asked of the past.</summary>
internal sealed record HistoryQuery
{
    /// <summary>The folder of the run; absolute. What a hook of git sets in the environment holds for its repository alone.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>The variables that the git program gets, but for those that could make it run other programs.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required ReadingOptions Reading { get; init; }

    /// <summary>The archive of the settings; see <see cref="Workspaces.ArchivePath"/>.</summary>
    public string? Archive { get; init; }

    /// <summary>How a certain backlog is read, where that differs from one to another; null: all as said above.</summary>
    public Func<SourceFile, BacklogReadingOptions>? WayOf { get; init; }

    /// <summary>Today: the day of what is not committed.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The version of the program. What another version left in the cache is not used.</summary>
    public required string Version { get; init; }

    /// <summary>False to leave the history alone and go by the dates in the files.</summary>
    public bool ReadHistory { get; init; } = true;

    /// <summary>The revision since whose merge base the change is judged; null for none.</summary>
    public string? Since { get; init; }

    /// <summary>True to judge what is staged in the place of the files.</summary>
    public bool Staged { get; init; }

    /// <summary>True to keep what was read below the repository's git folder, for the next run.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Whether git is needed for the answer.</summary>
    public bool NeedsGit => ReadHistory || Staged || Since is not null;

    /// <summary>How a backlog is read.</summary>
    public BacklogReadingOptions WayFor(SourceFile file) =>
        WayOf?.Invoke(file) ?? new BacklogReadingOptions(Reading, Archive);

    /// <summary>Told how far a long walk is: revisions read, and how many there are, or null while that is not known. Called from one thread.</summary>
    public Action<int, int?>? Progress { get; init; }
}

/// <summary>How one backlog is read. Backlogs that are read in the same way are read together, so that an improvement may move between them.</summary>
/// <param name="Reading">What the reader must know.</param>
/// <param name="Archive">The archive of the settings; see <see cref="Workspaces.ArchivePath"/>.</param>
internal sealed record BacklogReadingOptions(ReadingOptions Reading, string? Archive);

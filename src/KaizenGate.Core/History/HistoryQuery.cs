using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>Which history to read, and how.</summary>
internal sealed record HistoryQuery
{
    /// <summary>The working folder; absolute. Git's variables for hooks apply to its repository only.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>The user's environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The repositories that were opened; those of the run, if it asks several times.</summary>
    public RepositoryLookups Lookups { get; init; } = new();

    public required ReadingOptions Reading { get; init; }

    /// <summary>The archive in the settings; see <see cref="Workspaces.ArchivePath"/>.</summary>
    public string? Archive { get; init; }

    /// <summary>Returns the options of a backlog; null when all backlogs use <see cref="Reading"/> and <see cref="Archive"/>.</summary>
    public Func<SourceFile, BacklogReadingOptions>? OptionsOf { get; init; }

    /// <summary>The day that counts as today; uncommitted changes are of this day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>
    /// The actual day, after which dates of commits are wrong. If <see cref="AsOf"/> is earlier, the files of that day are read. Null if
    /// it is <see cref="AsOf"/>.
    /// </summary>
    public DateOnly? Today { get; init; }

    /// <summary>The time, by which the age of snapshots is judged; null not to judge it.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Returns the age above which a snapshot says nothing about today.</summary>
    public Func<SourceFile, TimeSpan> MaxAgeOf { get; init; } = _ => TimeSpan.MaxValue;

    /// <summary>The logins of those who make the change, on the tracker; empty when unknown.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The version of the tool. A cache of another version is ignored.</summary>
    public required string Version { get; init; }

    /// <summary>False to use the dates in the files instead of git.</summary>
    public bool ReadHistory { get; init; } = true;

    /// <summary>The revision of <c>--since</c>: the change starts at its merge base. Null for none.</summary>
    public string? Since { get; init; }

    /// <summary>Whether to read the index instead of the working tree.</summary>
    public bool Staged { get; init; }

    /// <summary>The message with which the staged changes are committed; null when it is unknown.</summary>
    public string? Message { get; init; }

    /// <summary>Whether to cache the history in the repository's git folder.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Whether to read only a history that an earlier run cached, and the commits since; without one, the dates in the files are used.</summary>
    public bool OnlyCached { get; init; }

    public bool IsAboutChange => Staged || Since is not null;

    /// <summary>The option that requests a change.</summary>
    public string ChangeOption => Since is null ? "--staged" : "--since";

    /// <summary>Whether the files may have to be read as they were on an earlier day. A change is always that of now.</summary>
    public bool IsAboutPast => ReadHistory && !IsAboutChange && AsOf < Today;

    public bool NeedsGit => ReadHistory || IsAboutChange;

    public BacklogReadingOptions OptionsFor(SourceFile file)
    {
        var options = OptionsOf?.Invoke(file) ?? new BacklogReadingOptions(Reading, Archive);
        return TaskFolder.Of(file) is { } folder ? options with { Reading = folder.With(options.Reading) } : options;
    }

    /// <summary>Receives the number of revisions read and the total, which is null until it is known. Called from one thread.</summary>
    public Action<int, int?>? Progress { get; init; }

    /// <summary>Reports that a file is too large in git.</summary>
    internal InputError TooLarge(SourceFile file, string where) =>
        new(
            $"is larger {where} than the limit of {Reading.MaxFileBytes:N0} bytes",
            "Split it, move completed items to the archive, or raise maxFileSize in kaizen.json",
            file.Path
        );

    /// <summary>Reports that git cannot show the requested change.</summary>
    internal InputException Unreadable(GitException failed) =>
        new(new InputError($"{ChangeOption}: the change cannot be read", failed.Reason));
}

/// <summary>How one backlog is read. Improvements may move between backlogs with equal options.</summary>
/// <param name="Reading">The options of the reader.</param>
/// <param name="Archive">The archive in the settings; see <see cref="Workspaces.ArchivePath"/>.</param>
internal sealed record BacklogReadingOptions(ReadingOptions Reading, string? Archive);

namespace KaizenGate.Core.Settings;

/// <summary>The kind of a tracker.</summary>
internal enum TrackerKind
{
    GitHub,
    GitLab,
}

/// <summary>A tracker whose issues are a backlog.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Project">The project: <c>owner/name</c>, on GitLab also deeper.</param>
internal sealed record TrackerSettings(TrackerKind Kind, string Project)
{
    /// <summary>The folder of snapshots, relative to the folder of the settings.</summary>
    public const string Folder = ".kaizen";

    public const double DefaultMaxAgeHours = 24;

    /// <summary>The address of the server; null for the public one, or that of the pipeline.</summary>
    public string? Host { get; init; }

    /// <summary>The labels of which an issue needs one; empty for all issues.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The age above which a snapshot says nothing about today, in hours.</summary>
    public double MaxAgeHours { get; init; } = DefaultMaxAgeHours;

    /// <summary>Whether commands may change issues.</summary>
    public bool MayWrite { get; init; }

    /// <summary>The kind in settings and snapshots: <c>github</c>.</summary>
    public string Name => Kind is TrackerKind.GitHub ? "github" : "gitlab";

    /// <summary>The path of the snapshot, relative to the folder of the settings.</summary>
    public string Snapshot => $"{Folder}/{Name}-{Project.Replace('/', '-')}.jsonl";
}

/// <summary>An entry of <c>backlogs</c>: a path, or a tracker.</summary>
/// <param name="Path">A path or a glob; that of the snapshot of a tracker.</param>
/// <param name="Tracker">Null for a path.</param>
internal sealed record BacklogEntry(string Path, TrackerSettings? Tracker);

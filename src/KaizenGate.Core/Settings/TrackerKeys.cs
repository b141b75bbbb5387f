using System.Text.Json;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The entries of <c>backlogs</c>: texts, and objects for trackers.</summary>
internal static class TrackerKeys
{
    private const int LongestProject = 200;

    private static readonly ObjectType<TrackerSettings?> Tracker = new([
        Project("github", TrackerKind.GitHub, "The repository on GitHub whose issues are a backlog: `owner/name`."),
        Project("gitlab", TrackerKind.GitLab, "The project on GitLab whose issues are a backlog: `group/project`."),
        Key<TrackerSettings?>.Of(
            "host",
            "The address of the server, such as `https://github.example.com`. Default: that of the pipeline, or the public one.",
            JsonTypes.Matching("an address such as https://github.example.com", "^https?://[^/?#@]+/?$", IsHost),
            (tracker, host) => tracker! with { Host = host.TrimEnd('/') }
        ),
        Key<TrackerSettings?>.Of(
            "labels",
            "The labels of which an issue needs one to be an improvement. Default: all issues are.",
            JsonTypes.Text.ToList(),
            (tracker, labels) => tracker! with { Labels = labels },
            "[]"
        ),
        Key<TrackerSettings?>.Of(
            "maxAge",
            "The age in hours above which a snapshot is not evaluated.",
            JsonTypes.Number(0.1, 8_760),
            (tracker, hours) => tracker! with { MaxAgeHours = hours },
            "24"
        ),
        Key<TrackerSettings?>.Of(
            "write",
            "Whether `add`, `score`, `start`, `done`, `defer` and `reject` may change the issues.",
            JsonTypes.Boolean,
            (tracker, may) => tracker! with { MayWrite = may },
            "false"
        ),
    ]);

    /// <summary>An entry.</summary>
    public static JsonType<BacklogEntry> Entry { get; } =
        new(
            (ref cursor, setting) =>
            {
                if (cursor.Kind is not JsonTokenType.StartObject)
                {
                    return new(JsonTypes.Text.Read(ref cursor, setting), null);
                }

                var start = cursor.Place(setting);
                var tracker =
                    Tracker.Read(ref cursor, setting)(new(TrackerKind.GitHub, ""))
                    ?? throw start.Error($"{setting} is empty", "Name a tracker: { \"github\": \"owner/name\" }.");
                return tracker.Project.Length > 0
                    ? new(tracker.Snapshot, tracker)
                    : throw start.Error(
                        $"{setting} names no tracker",
                        "Add \"github\": \"owner/name\" or \"gitlab\": \"group/project\"."
                    );
            },
            schema => schema.WriteAnyOf(JsonTypes.Text.Describe, Tracker.Describe)
        );

    private static Key<TrackerSettings?> Project(string name, TrackerKind kind, string description) =>
        Key<TrackerSettings?>.Of(
            name,
            description,
            JsonTypes.Matching(
                "a project such as owner/name",
                "^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$",
                text => IsProject(text, kind)
            ),
            (tracker, project) => tracker! with { Kind = kind, Project = project }
        );

    /// <summary>Whether a text can be the project of a tracker.</summary>
    public static bool IsProject(string text, TrackerKind kind)
    {
        var parts = text.Split('/');
        return text.Length <= LongestProject
            && (kind is TrackerKind.GitLab ? parts.Length >= 2 : parts.Length == 2)
            && Array.TrueForAll(
                parts,
                part =>
                    part.Length > 0
                    && part is not ("." or "..")
                    && part.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '.' or '-')
            );
    }

    private static bool IsHost(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0
        && address.AbsolutePath is "/"
        && address.Query.Length == 0;
}

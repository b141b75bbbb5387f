using System.Buffers;
using System.Text.Json;

namespace KaizenGate.Core.Agents;

/// <summary>What the hook remembers of a session. Its file is the guard against a second request: hosts' own flags are not reliable.</summary>
internal sealed record SessionState
{
    private const int Version = 1;

    /// <summary>See <see cref="SessionKey"/>.</summary>
    public required string Key { get; init; }

    public required AgentHost Host { get; init; }

    /// <summary>The first time that the hook was called.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last time that the hook was called.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>A hash of the context that the session got last; null when it got none.</summary>
    public string? Told { get; init; }

    /// <summary>When it got that.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>The working tree at the start; null when it is unknown.</summary>
    public WorkMark? Work { get; init; }

    /// <summary>The backlogs at the start; null when they are unknown.</summary>
    public BacklogMark? Backlog { get; init; }

    /// <summary>When the session was asked; null when it was not.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Why there is nothing to capture; null when no reason was given.</summary>
    public string? None { get; init; }

    /// <summary>Whether <c>agent doctor</c> made it up.</summary>
    public bool IsProbe { get; init; }

    /// <summary>Formats the state as JSON.</summary>
    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("key", Key);
            json.WriteString("host", Host.ToString());
            json.WriteString("startedAt", StartedAt);
            json.WriteString("seenAt", SeenAt);
            WriteOptional("told", Told);
            WriteOptional("toldAt", ToldAt?.ToString("O"));
            WriteOptional("askedAt", AskedAt?.ToString("O"));
            WriteOptional("none", None);
            json.WriteBoolean("isProbe", IsProbe);
            if (Work is not null)
            {
                json.WriteStartObject("work");
                json.WriteString("root", Work.Root);
                WriteOptional("head", Work.Head);
                json.WriteString("dirty", Work.Dirty);
                json.WriteEndObject();
            }

            if (Backlog is not null)
            {
                json.WriteStartObject("backlog");
                json.WriteString("known", BacklogMark.ToText(Backlog.Known));
                json.WriteString("done", BacklogMark.ToText(Backlog.Done));
                json.WriteNumber("sightings", Backlog.Sightings);
                json.WriteEndObject();
            }

            json.WriteEndObject();

            void WriteOptional(string name, string? value)
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Parses a state.</summary>
    /// <returns>Null when the text is not a state of this version.</returns>
    public static SessionState? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return
                root.GetProperty("version").GetInt32() != Version
                || root.GetProperty("key").GetString() is not { } key
                || !SessionKey.IsOne(key)
                || !Enum.TryParse<AgentHost>(root.GetProperty("host").GetString(), out var host)
                ? null
                : new SessionState
                {
                    Key = key,
                    Host = host,
                    StartedAt = root.GetProperty("startedAt").GetDateTimeOffset(),
                    SeenAt = root.GetProperty("seenAt").GetDateTimeOffset(),
                    Told = Text(root, "told"),
                    ToldAt = Time(root, "toldAt"),
                    AskedAt = Time(root, "askedAt"),
                    None = Text(root, "none"),
                    IsProbe = root.GetProperty("isProbe").GetBoolean(),
                    Work = root.TryGetProperty("work", out var work)
                        ? new(Text(work, "root") ?? "", Text(work, "head"), Text(work, "dirty") ?? "")
                        : null,
                    Backlog = root.TryGetProperty("backlog", out var backlog)
                        ? new(
                            BacklogMark.Parse(Text(backlog, "known") ?? ""),
                            BacklogMark.Parse(Text(backlog, "done") ?? ""),
                            backlog.GetProperty("sightings").GetInt32()
                        )
                        : null,
                };
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;
}

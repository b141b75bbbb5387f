using System.Buffers;
using System.Text.Json;

namespace KaizenGate.Core.Agents;

/// <summary>One call of the hook, as the log records it: a line of JSON.</summary>
/// <param name="At">When it was called.</param>
/// <param name="Host">The host; null when the payload shows none.</param>
/// <param name="Kind">What the host reported.</param>
/// <param name="Session">The key of the session; null without one.</param>
/// <param name="Outcome">What it did.</param>
internal sealed record SessionLogEntry(
    DateTimeOffset At,
    AgentHost? Host,
    AgentEventKind Kind,
    string? Session,
    HookOutcome Outcome
)
{
    private const int LongestText = 300;

    /// <summary>Why it was silent; null when it was not.</summary>
    public Silence? Why { get; init; }

    /// <summary>What the session did with the backlogs until then.</summary>
    public BacklogDelta Delta { get; init; }

    /// <summary>The reason that the session gave for capturing nothing; null without one.</summary>
    public string? None { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; init; }

    /// <summary>Formats the entry with a line end.</summary>
    public byte[] ToLine()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("at", At);
            WriteOptional("host", Host?.ToString());
            json.WriteString("kind", Kind.ToString());
            WriteOptional("session", Session);
            json.WriteString("outcome", Outcome.ToString());
            WriteOptional("why", Why?.ToString());
            json.WriteNumber("captured", Delta.Captured);
            json.WriteNumber("seen", Delta.Seen);
            json.WriteNumber("completed", Delta.Completed);
            WriteOptional("none", Cut(None));
            WriteOptional("problem", Cut(Problem));
            json.WriteNumber("ms", Milliseconds);
            json.WriteEndObject();

            void WriteOptional(string name, string? value)
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Parses a line.</summary>
    /// <returns>Null when it is not an entry.</returns>
    public static SessionLogEntry? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return
                !Enum.TryParse<AgentEventKind>(root.GetProperty("kind").GetString(), out var kind)
                || !Enum.TryParse<HookOutcome>(root.GetProperty("outcome").GetString(), out var outcome)
                ? null
                : new(
                    root.GetProperty("at").GetDateTimeOffset(),
                    Word<AgentHost>(root, "host"),
                    kind,
                    Text(root, "session"),
                    outcome
                )
                {
                    Why = Word<Silence>(root, "why"),
                    Delta = new(
                        root.GetProperty("captured").GetInt32(),
                        root.GetProperty("seen").GetInt32(),
                        root.GetProperty("completed").GetInt32()
                    ),
                    None = Text(root, "none"),
                    Problem = Text(root, "problem"),
                    Milliseconds = root.GetProperty("ms").GetInt32(),
                };
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static T? Word<T>(JsonElement json, string name)
        where T : struct, Enum => Enum.TryParse<T>(Text(json, name), out var value) ? value : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Cut(string? text) =>
        text is { Length: > LongestText }
            ? text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)]
            : text;
}

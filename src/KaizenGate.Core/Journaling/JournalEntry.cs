using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace KaizenGate.Core.Journaling;

/// <summary>What one run of a command wrote.</summary>
/// <param name="Command">The name of the command.</param>
/// <param name="Subject">What it changed; null for nothing in particular.</param>
/// <param name="At">When it ran.</param>
/// <param name="Files">The files in the order of writing; the same file can be there several times.</param>
/// <param name="Number">Its number in the journal; 0 before it has one.</param>
internal sealed record JournalEntry(
    string Command,
    string? Subject,
    DateTimeOffset At,
    ImmutableArray<JournaledFile> Files,
    int Number = 0
)
{
    private const int Version = 1;

    /// <summary>The command with its subject, for messages: <c>score IMP-004 Cache the fonts</c>.</summary>
    public string Name => Subject is null ? Command : $"{Command} {Subject}";

    /// <summary>Formats the entry as JSON.</summary>
    public ReadOnlySpan<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("command", Command);
            json.WriteString("subject", Subject);
            json.WriteString("at", At);
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                file.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    /// <summary>Parses an entry.</summary>
    /// <returns>Null when the text is not an entry of this version.</returns>
    public static JournalEntry? Parse(ReadOnlyMemory<byte> text, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.GetProperty("version").GetInt32() != Version
                ? null
                : new JournalEntry(
                    root.GetProperty("command").GetString() ?? "",
                    root.GetProperty("subject").GetString(),
                    root.GetProperty("at").GetDateTimeOffset(),
                    [.. root.GetProperty("files").EnumerateArray().Select(JournaledFile.Parse)],
                    number
                );
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>A file before and after it was written.</summary>
/// <param name="Path">Relative to the root of the repository, with <c>/</c> between folders.</param>
/// <param name="Before">Its content before; null when it did not exist or was too large to keep.</param>
/// <param name="HashBefore">The SHA-256 of that content; null when the file did not exist.</param>
/// <param name="HashAfter">The SHA-256 of its content after.</param>
internal sealed record JournaledFile(string Path, byte[]? Before, string? HashBefore, string HashAfter)
{
    /// <summary>The largest content that the journal keeps; that of a backlog of 10,000 improvements is less than half of it.</summary>
    internal const int MaxBytes = 16 * 1024 * 1024;

    public static JournaledFile Of(string path, byte[]? before, string hashAfter) =>
        new(
            path.Replace(System.IO.Path.DirectorySeparatorChar, '/'),
            before is { Length: <= MaxBytes } ? before : null,
            before is null ? null : HashOf(before),
            hashAfter
        );

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", Path);
        json.WriteString("hashBefore", HashBefore);
        json.WriteString("hashAfter", HashAfter);
        if (Before is not null)
        {
            json.WriteBase64String("before", Before);
        }

        json.WriteEndObject();
    }

    /// <exception cref="KeyNotFoundException">A property is missing.</exception>
    /// <exception cref="InvalidOperationException">A value has another type.</exception>
    /// <exception cref="FormatException">The content is not in Base64, or the path or a hash is missing.</exception>
    public static JournaledFile Parse(JsonElement json) =>
        new(
            json.GetProperty("path").GetString() ?? throw new FormatException(),
            json.TryGetProperty("before", out var before) ? before.GetBytesFromBase64() : null,
            json.GetProperty("hashBefore").GetString(),
            json.GetProperty("hashAfter").GetString() ?? throw new FormatException()
        );
}

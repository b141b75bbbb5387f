using System.Globalization;
using System.Text;
using System.Text.Json;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Snapshots;

/// <summary>
/// The file of a snapshot, in JSON Lines: a header, then one issue a line in the order of their numbers, so that few lines differ between
/// two pulls. Values that are missing or empty are left out.
/// </summary>
internal static class SnapshotFile
{
    public const string Mark = "kaizenSnapshot";
    public const int Version = 1;

    /// <summary>The start of the first line.</summary>
    private static ReadOnlySpan<byte> Start => "{\"kaizenSnapshot\":"u8;

    /// <summary>The largest file that is read.</summary>
    public const long MaxBytes = 512L * 1024 * 1024;

    /// <summary>Whether a text is a snapshot, by its name and its start.</summary>
    public static bool Is(string path, string text) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
        && text.StartsWith("{\"kaizenSnapshot\":", StringComparison.Ordinal);

    /// <summary>Whether a file is a snapshot; false when it cannot be read.</summary>
    /// <param name="file">The file.</param>
    public static bool Is(SourceFile file)
    {
        if (!file.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            using var stream = PlainFile.Open(file.FullPath, MaxBytes);
            Span<byte> first = stackalloc byte[Start.Length];
            return stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length
                && first.SequenceEqual(Start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Reads a snapshot from its file.</summary>
    /// <exception cref="InputException">The file cannot be read or is not a snapshot; the error names the line.</exception>
    public static Snapshot Read(SourceFile file)
    {
        try
        {
            return Parse(file, PlainFile.Read(file.FullPath, MaxBytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                new InputError($"cannot be read: {e.Message.TrimEnd('.')}", "Pull it again.", file.Path)
            );
        }
    }

    /// <summary>Reads a snapshot from its text.</summary>
    /// <exception cref="InputException">A line is not of a snapshot; the error names it.</exception>
    public static Snapshot Parse(SourceFile file, ReadOnlyMemory<byte> text)
    {
        var snapshot = Parse(text, out var invalid);
        return invalid is { } line
            ? throw new InputException(
                new InputError(
                    "this line is not of a snapshot that this version writes",
                    "Pull the issues again with `dotnet kaizen pull --whole`.",
                    file.Path,
                    line + 1,
                    1
                )
            )
            : snapshot!;
    }

    /// <summary>Reads a snapshot from its text.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="invalid">The first line, from 0, that is not of a snapshot; null when all are.</param>
    /// <returns>The snapshot without invalid lines; null when the header is invalid.</returns>
    public static Snapshot? Parse(ReadOnlyMemory<byte> text, out int? invalid)
    {
        var lines = new SnapshotLines(text, 0, 0);
        var snapshot = lines.Header();
        if (snapshot is null)
        {
            invalid = lines.Invalid ?? 0;
            return null;
        }

        var parts = lines.Split(Concurrently.Parts);
        Concurrently.For(parts.Length, part => parts[part].ReadIssues());
        invalid = parts.Select(part => part.Invalid).FirstOrDefault(line => line is not null);
        return snapshot with { Issues = [.. parts.SelectMany(part => part.Issues)] };
    }

    /// <summary>Writes a snapshot.</summary>
    public static void Write(Stream stream, Snapshot snapshot)
    {
        Line(stream, json => Write(json, snapshot));
        foreach (var issue in snapshot.Issues)
        {
            Line(stream, json => Write(json, issue));
        }
    }

    private static void Line(Stream stream, Action<Utf8JsonWriter> write) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            },
            isIndented: false
        );

    private static void Write(Utf8JsonWriter json, Snapshot snapshot)
    {
        json.WriteNumber(Mark, Version);
        json.WriteString("tracker", snapshot.Tracker);
        json.WriteString("project", snapshot.Project);
        Write(json, "pulledAt", snapshot.PulledAt);
        Write(json, "wholeAt", snapshot.WholeAt);
        Write(json, "since", snapshot.Since);
        Write(json, "etag", snapshot.ETag);
        Write(json, "lastEvent", snapshot.LastEvent);
        Write(json, "onlyLabels", snapshot.OnlyLabels);
    }

    private static void Write(Utf8JsonWriter json, TrackerIssue issue)
    {
        json.WriteString("id", issue.Id);
        json.WriteString("title", issue.Title);
        json.WriteString("state", JsonText.Word(issue.State));
        Write(json, "reason", issue.Reason);
        Write(json, "url", issue.Address);
        Write(json, "created", issue.Created);
        Write(json, "updated", issue.Updated);
        Write(json, "closed", issue.Closed);
        Write(json, "author", issue.Author);
        Write(json, "assignee", issue.Assignee);
        Write(json, "due", issue.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write(json, "labels", issue.Labels);
        if (!issue.Fields.IsEmpty)
        {
            json.WriteStartArray("fields");
            foreach (var (label, text) in issue.Fields)
            {
                json.WriteStartArray();
                json.WriteStringValue(label);
                json.WriteStringValue(text);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        if (issue.Tasks > 0)
        {
            json.WriteNumber("tasks", issue.Tasks);
            json.WriteNumber("tasksDone", issue.TasksDone);
        }

        if (issue.LacksEvents)
        {
            json.WriteBoolean("lacksEvents", true);
        }

        if (!issue.Events.IsEmpty)
        {
            json.WriteStartArray("events");
            foreach (var one in issue.Events)
            {
                json.WriteStartObject();
                json.WriteString("event", JsonText.Word(one.Kind));
                Write(json, "at", one.At);
                Write(json, "text", one.Text);
                Write(json, "by", one.By);
                Write(json, "commit", one.Commit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        Write(json, name, time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        if (!texts.IsEmpty)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }
}

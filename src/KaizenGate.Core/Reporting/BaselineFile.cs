using System.Globalization;
using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Reporting.Escaping;
using KaizenGate.Workspaces;

namespace KaizenGate.Reporting;

/// <summary>Writes a baseline so that it can be read again; docs/baseline.md describes it.</summary>
public static class BaselineFile
{
    private const int SchemaVersion = 1;

    /// <summary>Replaces the file: wholly, or not at all.</summary>
    /// <exception cref="InputException">It cannot be written; what stood there before is untouched.</exception>
    public static void Write(Baseline baseline)
    {
        try
        {
            ReplacedFile.Write(baseline.File.FullPath, stream => Write(baseline, stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                new InputError(
                    $"the baseline cannot be written: {error.Message.TrimEnd('.')}",
                    "Check the permissions and the free space.",
                    baseline.File.Path
                )
            );
        }
    }

    internal static void Write(Baseline baseline, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schemaVersion", SchemaVersion);
                json.WriteStartArray("entries");
                foreach (var entry in baseline.Entries)
                {
                    json.WriteStartObject();
                    WriteEntry(json, entry);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static void WriteEntry(Utf8JsonWriter json, BaselineEntry entry)
    {
        json.WriteString("rule", entry.RuleId);
        json.WriteString("item", entry.Item);
        json.WriteString("path", entry.Path);
        if (entry.Commit is { } commit)
        {
            json.WriteString("commit", commit);
        }

        json.WriteString("date", Day(entry.Date));
        json.WriteString("expires", Day(entry.Expires));
        if (entry.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

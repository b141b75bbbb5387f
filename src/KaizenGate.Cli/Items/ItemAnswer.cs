using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Editing;
using KaizenGate.Reporting;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Cli.Items;

/// <summary>Prints the result of changing improvements.</summary>
/// <param name="run">The run.</param>
/// <param name="isJson">Whether to print JSON.</param>
/// <param name="isDryRun">Whether nothing was written to the file.</param>
internal sealed class ItemAnswer(ItemRun run, bool isJson, bool isDryRun)
{
    private const int SchemaVersion = 1;

    /// <summary>Prints an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="items">The changed improvements, after the edit.</param>
    /// <param name="line">Formats one of them as text.</param>
    /// <param name="next">Arguments of the command to suggest next; null for none.</param>
    public void Write(BacklogEdit edit, IReadOnlyList<Improvement> items, Func<Improvement, string> line, string? next)
    {
        if (isJson)
        {
            JsonText.Write(run.Host.Output, json => WriteJson(json, edit, items));
            return;
        }

        if (isDryRun)
        {
            // Programs read diffs too, so only control characters are made visible.
            foreach (var text in edit.Diff.Split('\n').SkipLast(1))
            {
                run.Host.Text.WriteLine(VisibleText.Of(text.TrimEnd('\r')));
            }
        }

        var about = isDryRun ? run.Host.ErrorText : run.Host.Text;
        foreach (var item in items)
        {
            about.WriteLine(LogText.Of(line(item)));
        }

        if (!isDryRun)
        {
            Next(next);
        }
    }

    /// <summary>Suggests the next command.</summary>
    /// <param name="next">Its arguments; null for none.</param>
    public void Next(string? next)
    {
        if (next is not null)
        {
            run.Host.Flush();
            run.Host.ErrorText.WriteLine($"Next: `{CommandLine.Name} {LogText.Of(next)}`");
        }
    }

    /// <summary>An improvement as an argument of a command.</summary>
    public static string NameOf(Improvement item) =>
        item.Id ?? $"\"{item.Title.Replace("\"", "", StringComparison.Ordinal)}\"";

    private void WriteJson(Utf8JsonWriter json, BacklogEdit edit, IReadOnlyList<Improvement> items)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("path", edit.File.RootPath);
        json.WriteBoolean("changed", edit.IsChange);
        json.WriteBoolean("dryRun", isDryRun);
        if (isDryRun)
        {
            json.WriteString("diff", edit.Diff);
        }

        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            JsonImprovement.Write(json, item, run.Settings.Scoring);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

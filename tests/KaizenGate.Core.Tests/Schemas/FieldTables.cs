namespace KaizenGate.Core.Tests.Schemas;

/// <summary>A row of a table of fields in the documentation.</summary>
/// <param name="Type">The type as the table states it; null if the table has no types.</param>
/// <param name="Meaning">The description.</param>
internal sealed record FieldRow(string? Type, string Meaning);

/// <summary>The tables of fields in a section of the documentation, from which schemas take their descriptions.</summary>
internal static class FieldTables
{
    /// <summary>The tables of a page, each as rows by the name of the field.</summary>
    /// <param name="page">The page in docs.</param>
    /// <param name="from">The start of the section; null for the whole page.</param>
    public static List<Dictionary<string, FieldRow>> Of(string page, string? from = null)
    {
        var tables = new List<Dictionary<string, FieldRow>>();
        var text = File.ReadAllText(Repository.PathOf("docs", page)).ReplaceLineEndings("\n");
        var isTable = false;
        foreach (var line in (from is null ? text : Section(text, from)).Split('\n'))
        {
            if (line.StartsWith("| field |", StringComparison.Ordinal))
            {
                tables.Add([]);
                isTable = true;
            }
            else if (!line.StartsWith('|'))
            {
                isTable = false;
            }
            else if (isTable && line.StartsWith("| `", StringComparison.Ordinal))
            {
                AddRow(tables[^1], line.Split('|', StringSplitOptions.TrimEntries));
            }
        }

        return tables;
    }

    private static void AddRow(Dictionary<string, FieldRow> table, string[] cells)
    {
        var names = cells[1].Split('`').Where((_, at) => at % 2 == 1).ToList();
        // Without types, the second column is the meaning.
        string?[] types = cells.Length == 5 ? [.. cells[2].Split(", ")] : [null];
        for (var at = 0; at < names.Count; at++)
        {
            table[names[at]] = new(types[Math.Min(at, types.Length - 1)], Plain(cells[^2]));
        }
    }

    /// <summary>The section of a heading, up to the next heading of the same level.</summary>
    private static string Section(string text, string heading)
    {
        var start = text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"no section {heading}");
        var level = heading[..(heading.IndexOf(' ', StringComparison.Ordinal) + 1)];
        var ends = (level.Length == 4 ? (ReadOnlySpan<string>)["\n## ", "\n### "] : ["\n## "])
            .ToArray()
            .Select(next => text.IndexOf(next, start + heading.Length, StringComparison.Ordinal))
            .Where(at => at >= 0)
            .ToList();
        var end = ends.Count == 0 ? -1 : ends.Min();
        return end < 0 ? text[start..] : text[start..end];
    }

    /// <summary>Text without the marks of links.</summary>
    private static string Plain(string markdown) =>
        System.Text.RegularExpressions.Regex.Replace(markdown, @"\[([^\]]*)\]\([^)]*\)", "$1");
}

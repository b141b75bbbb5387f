namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>
/// Adds lines to a YAML file below keys, without changing other lines. It knows mappings and lists in block style, as people write
/// these files, and finds no place in others.
/// </summary>
internal static class YamlPlace
{
    /// <summary>Adds a block as the first child of its innermost existing key, or else at the end of the file.</summary>
    /// <returns>Null when a key has its value on the same line, or the file is not a mapping in block style.</returns>
    public static string? Add(string text, RecipeBlock block, string lineEnd)
    {
        var lines = text.Split('\n');
        // Keys of a file in another style would not be found, and be added a second time.
        if (
            Array.Find(lines, line => IsContent(line) && line.Trim() != "---")
            is [' ' or '\t' or '{' or '[' or '-' or '%', ..]
        )
        {
            return null;
        }

        var (from, to, known, indent) = (0, lines.Length, 0, "");
        foreach (var key in block.Keys)
        {
            var at = Array.FindIndex(lines, from, to - from, line => AfterKey(line, indent, key) is not null);
            if (at < 0)
            {
                break;
            }

            if (AfterKey(lines[at], indent, key) is not ("" or ['#', ..]))
            {
                return null;
            }

            (from, to) = (at + 1, EndOf(lines, at + 1, indent));
            var first = Array.FindIndex(lines, from, to - from, IsContent);
            indent = first < 0 ? indent + "  " : IndentOf(lines[first]);
            known++;
        }

        var added = MarkedFile.Marked(block.Below(known), indent, lineEnd);
        return known > 0 ? Inserted(lines, from, added)
            : text.Length == 0 || text.EndsWith('\n') ? text + added
            : text + lineEnd + added;
    }

    private static string Inserted(string[] lines, int at, string added)
    {
        var before = string.Join('\n', lines[..at]);
        return $"{before}\n{added}{string.Join('\n', lines[at..])}";
    }

    /// <summary>Returns the first line that is not below a key, whose list may be as far left as the key itself.</summary>
    private static int EndOf(string[] lines, int from, string indent)
    {
        var end = Array.FindIndex(
            lines,
            from,
            line =>
                IsContent(line)
                && IndentOf(line).Length <= indent.Length
                && !(IndentOf(line).Length == indent.Length && IsListItem(line))
        );
        return end < 0 ? lines.Length : end;
    }

    private static bool IsContent(string line) => line.AsSpan().Trim() is not ([] or ['#', ..]);

    private static string IndentOf(string line) => line[..^line.TrimStart(' ').Length];

    private static bool IsListItem(string line) => line.AsSpan().Trim() is ['-'] or ['-', ' ', ..];

    /// <summary>Returns the text after a key and its colon; null when the line does not begin with the key.</summary>
    private static string? AfterKey(string line, string indent, string key)
    {
        foreach (var name in new[] { key, $"\"{key}\"", $"'{key}'" })
        {
            if (IndentOf(line) == indent && line.AsSpan(indent.Length).StartsWith(name, StringComparison.Ordinal))
            {
                var rest = line[(indent.Length + name.Length)..].Trim();
                return rest.StartsWith(':') ? rest[1..].Trim() : null;
            }
        }

        return null;
    }
}

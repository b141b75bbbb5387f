namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>Adds tables to a TOML file.</summary>
internal static class TomlPlace
{
    /// <summary>Adds a table at the end, where it changes no other.</summary>
    public static string Add(string text, RecipeBlock block, string lineEnd)
    {
        var table = MarkedFile.Marked($"[{string.Join('.', block.Keys)}]\n{block.Lines}", "", lineEnd);
        return text.Length == 0 || text.EndsWith('\n') ? text + table : text + lineEnd + table;
    }
}

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The recipes in <c>docs/hooks.md</c>.</summary>
internal static class Recipes
{
    /// <summary>The first code block of a section.</summary>
    /// <param name="section">The title of the section.</param>
    /// <param name="language">The language of the block.</param>
    public static string Of(string section, string language)
    {
        var guide = File.ReadAllText(Repository.PathOf("docs/hooks.md")).ReplaceLineEndings("\n");
        var below = guide[guide.IndexOf($"\n### {section}\n", StringComparison.Ordinal)..];
        var fence = $"```{language}\n";
        var start = below.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return below[start..below.IndexOf("```\n", start, StringComparison.Ordinal)];
    }
}

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Escapes text for a log in which a build server looks for commands: Azure Pipelines, TeamCity and old GitHub commands
/// anywhere in a line (<c>##vso[</c>, <c>##teamcity[</c>, <c>##[</c>), new GitHub commands at its start (<c>::</c>,
/// after white space).
/// </summary>
internal static class LogText
{
    /// <summary>Returns one line without a command; it must not be at the start of a line.</summary>
    public static string Of(string text) => Broken(VisibleText.Of(text));

    /// <summary>The same for a message, cut to a readable length.</summary>
    public static string Message(string text) => Broken(VisibleText.Message(text));

    /// <summary>Returns a path to the same file that may be at the start of a line.</summary>
    public static string Path(string path)
    {
        var text = Of(path);
        return text.Length == 0 || char.IsWhiteSpace(text[0]) || text[0] is ':' or '#' ? $"./{text}" : text;
    }

    private static string Broken(string line)
    {
        // Twice, because the first time leaves a pair of ###.
        return line.Contains("##", StringComparison.Ordinal)
            ? line.Replace("##", "# #", StringComparison.Ordinal).Replace("##", "# #", StringComparison.Ordinal)
            : line;
    }
}

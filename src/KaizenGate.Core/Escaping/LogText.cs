namespace KaizenGate.Core.Escaping;

/// <summary>
/// Texts for a log that a build server may read for commands. Azure Pipelines, TeamCity and the older GitHub commands
/// are found anywhere in a line (<c>##vso[</c>, <c>##teamcity[</c>, <c>##[</c>), those of GitHub at its start
/// (<c>::</c>, behind white space).
/// </summary>
internal static class LogText
{
    /// <summary>One line without a command in it; it must not stand at the start of a line.</summary>
    public static string Of(string text) => Broken(VisibleText.Of(text));

    /// <summary>The same for a message, cut to a length that a reader bears.</summary>
    public static string Message(string text) => Broken(VisibleText.Message(text));

    /// <summary>A path that may stand at the start of a line, and still names the file.</summary>
    public static string Path(string path)
    {
        var text = Of(path);
        return text.Length == 0 || char.IsWhiteSpace(text[0]) || text[0] is ':' or '#' ? $"./{text}" : text;
    }

    private static string Broken(string line)
    {
        // Twice, since ### leaves a pair behind the first time.
        return line.Contains("##", StringComparison.Ordinal)
            ? line.Replace("##", "# #", StringComparison.Ordinal).Replace("##", "# #", StringComparison.Ordinal)
            : line;
    }
}

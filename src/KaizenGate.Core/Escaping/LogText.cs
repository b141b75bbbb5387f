namespace KaizenGate.Core.Escaping;

/// <summary>Escapes text for a part of a line in a log; <see cref="InertText"/> says what must not be in one.</summary>
internal static class LogText
{
    /// <summary>Returns one line without a command; it must not be at the start of a line.</summary>
    public static string Of(string text) => InertText.WithoutCommands(VisibleText.Of(text));

    /// <summary>The same for a message, cut to a readable length.</summary>
    public static string Message(string text) => InertText.WithoutCommands(VisibleText.Message(text));

    /// <summary>Returns a path to the same file that may be at the start of a line.</summary>
    public static string Path(string path)
    {
        var text = Of(path);
        return text.Length == 0 || char.IsWhiteSpace(text[0]) || text[0] is ':' or '#' ? $"./{text}" : text;
    }
}

namespace KaizenGate.Cli;

/// <summary>Text files embedded in the program.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads a resource, with <c>\n</c> as line ending.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

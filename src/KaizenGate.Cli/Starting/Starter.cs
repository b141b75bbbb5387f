using System.Globalization;

namespace KaizenGate.Cli.Starting;

/// <summary>A file that <c>init</c> writes where there is none.</summary>
/// <param name="Resource">What is written; a file of the folder <c>Starters</c>.</param>
/// <param name="Path">Where, relative to the working folder or to the root of the repository.</param>
/// <param name="Purpose">What it is, in a few words.</param>
internal sealed record Starter(string Resource, string Path, string Purpose)
{
    /// <summary>What to do when there is such a file already; null when there is nothing to do.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether it is a program.</summary>
    public bool IsProgram { get; init; }

    public static Starter Backlog { get; } =
        new("IMPROVEMENTS.md", "IMPROVEMENTS.md", "the backlog, with a first improvement");

    public static Starter Settings { get; } = new("kaizen.json", "kaizen.json", "the settings");

    /// <summary>Its text.</summary>
    /// <param name="version">The version of this program.</param>
    /// <param name="today">The day on which it is written.</param>
    public string Text(string version, DateOnly today)
    {
        using var stream = typeof(Starter).Assembly.GetManifestResourceStream($"starter.{Resource}")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .ReplaceLineEndings("\n")
            .Replace("{version}", version, StringComparison.Ordinal)
            .Replace("{today}", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}

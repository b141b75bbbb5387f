using System.Globalization;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Starting;

/// <summary>A file that <c>init</c> creates.</summary>
/// <param name="Resource">Name of the template in the folder <c>Starters</c>.</param>
/// <param name="Path">Path relative to the working folder or to the root of the repository.</param>
/// <param name="Purpose">A short description.</param>
internal sealed record Starter(string Resource, string Path, string Purpose)
{
    /// <summary>What to do instead if the file exists; null for nothing.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether the file is executable.</summary>
    public bool IsProgram { get; init; }

    public static Starter Backlog { get; } =
        new("IMPROVEMENTS.md", "IMPROVEMENTS.md", "the backlog, with a first improvement");

    public static Starter Settings { get; } = new("kaizen.json", "kaizen.json", "the settings");

    /// <summary>The content of the file.</summary>
    public string Text(string version, DateOnly today) =>
        EmbeddedText
            .Read($"starter.{Resource}")
            .Replace("{action}", ProjectAddress.Name, StringComparison.Ordinal)
            .Replace("{version}", version, StringComparison.Ordinal)
            .Replace("{today}", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

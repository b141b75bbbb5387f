namespace KaizenGate.Acceptance.Tests;

/// <summary>Programs of others that read SARIF and JUnit reports; see <c>tests/reports/check.mjs</c>.</summary>
internal static class ReportReaders
{
    private static string Folder { get; } = Repository.PathOf("tests/reports");

    /// <summary>Why they cannot be asked; null when they can.</summary>
    public static string? Missing =>
        Directory.Exists(Path.Join(Folder, "node_modules"))
            ? null
            : "the readers of reports are missing: npm ci --ignore-scripts --prefix tests/reports";

    /// <summary>Reads the reports of a folder.</summary>
    /// <param name="scratch">The surroundings.</param>
    /// <param name="folder">Absolute; of each run it holds NAME.sarif and NAME.xml.</param>
    /// <returns>What they say; it fails when one of them finds a fault.</returns>
    public static Task<Outcome> ReadAsync(Scratch scratch, string folder) =>
        Command.RunAsync("node", [Path.Join(Folder, "check.mjs"), folder], Folder, scratch.Environment);
}

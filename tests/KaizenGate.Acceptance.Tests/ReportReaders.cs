namespace KaizenGate.Acceptance.Tests;

/// <summary>Third-party readers of SARIF and JUnit reports; see <c>tests/reports/check.mjs</c>.</summary>
internal static class ReportReaders
{
    private static string Folder { get; } = Repository.PathOf("tests/reports");

    /// <summary>The reason why they are unavailable; null if they are available.</summary>
    public static string? Missing =>
        Directory.Exists(Path.Join(Folder, "node_modules"))
            ? null
            : "the readers of reports are missing: npm ci --ignore-scripts --prefix tests/reports";

    /// <summary>Reads the reports of a folder.</summary>
    /// <param name="scratch">The environment.</param>
    /// <param name="folder">The absolute path of the folder, with NAME.sarif and NAME.xml for each run.</param>
    /// <returns>The output; the exit code is not 0 if one of them finds an error.</returns>
    public static Task<Outcome> ReadAsync(Scratch scratch, string folder) =>
        Command.RunAsync("node", [Path.Join(Folder, "check.mjs"), folder], Folder, scratch.Environment);
}

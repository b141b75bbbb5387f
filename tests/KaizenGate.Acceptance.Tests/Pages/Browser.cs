namespace KaizenGate.Acceptance.Tests.Pages;

/// <summary>A real browser that looks at pages; see <c>tests/browser/check.mjs</c>.</summary>
internal static class Browser
{
    private static string Folder { get; } = Repository.PathOf("tests/browser");

    /// <summary>Why no browser can be asked; null when one can.</summary>
    public static string? Missing =>
        !File.Exists(Chromium) ? $"{Chromium} is missing: apt install chromium, or set CHROMIUM"
        : !Directory.Exists(Path.Join(Folder, "node_modules"))
            ? "its packages are missing: npm ci --prefix tests/browser"
        : null;

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Opens pages, light and dark, narrow and wide; pictures of them stay in <c>artifacts/pages</c>.</summary>
    /// <returns>What it says; it fails when it finds a fault.</returns>
    public static Task<Outcome> LookAtAsync(Scratch scratch, params string[] pages) =>
        Command.RunAsync(
            "node",
            [Path.Join(Folder, "check.mjs"), Repository.PathOf("artifacts/pages"), .. pages],
            Folder,
            new Dictionary<string, string>(scratch.Environment) { ["CHROMIUM"] = Chromium }
        );
}

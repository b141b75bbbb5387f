namespace KaizenGate.Acceptance.Tests.Pages;

/// <summary>Checks pages in a browser; see <c>tests/browser/check.mjs</c>.</summary>
internal static class Browser
{
    private static string Folder { get; } = Repository.PathOf("tests/browser");

    /// <summary>The reason why there is no browser; null if there is one.</summary>
    public static string? Missing =>
        !File.Exists(Chromium) ? $"{Chromium} is missing: apt install chromium, or set CHROMIUM"
        : !Directory.Exists(Path.Join(Folder, "node_modules"))
            ? "its packages are missing: npm ci --prefix tests/browser"
        : null;

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Opens pages, light and dark, narrow and wide, and prints them.</summary>
    /// <returns>The output; the exit code is not 0 if there is an error.</returns>
    public static Task<Outcome> LookAtAsync(Scratch scratch, params string[] pages) =>
        Command.RunAsync(
            "node",
            [Path.Join(Folder, "check.mjs"), .. pages],
            Folder,
            new Dictionary<string, string>(scratch.Environment) { ["CHROMIUM"] = Chromium }
        );
}

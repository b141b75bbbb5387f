namespace KaizenGate.Acceptance.Tests;

/// <summary>The repository of these tests.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Whether to rewrite golden files and screens instead of comparing them.</summary>
    public static bool Refresh { get; } = Environment.GetEnvironmentVariable("KAIZEN_TESTS_REFRESH") == "1";

    public static string PathOf(string relative) => Path.GetFullPath(relative, Root);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KaizenGate.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException($"KaizenGate.sln not found above {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }
}

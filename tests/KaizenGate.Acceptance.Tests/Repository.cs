namespace KaizenGate.Acceptance.Tests;

/// <summary>The repository that the tests belong to.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

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

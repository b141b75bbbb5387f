using System.Runtime.CompilerServices;

namespace KaizenGate.Core.Tests;

/// <summary>Where the files of this repository lie that tests read or refresh.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The optional folder of real backlogs and schemas next to the repository; null when it is missing.</summary>
    public static string? Shared { get; } =
        Directory.Exists(Path.Combine(Root, "..", "shared"))
            ? Path.GetFullPath(Path.Combine(Root, "..", "shared"))
            : null;

    /// <summary>True when golden and generated files are to be rewritten instead of compared.</summary>
    public static bool Refresh { get; } = Environment.GetEnvironmentVariable("KAIZEN_TESTS_REFRESH") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var start = File.Exists(thisFile) ? Path.GetDirectoryName(thisFile)! : AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KaizenGate.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"KaizenGate.sln not found above {start}");
    }
}

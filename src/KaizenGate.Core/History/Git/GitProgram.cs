namespace KaizenGate.Core.History.Git;

/// <param name="Path">The absolute path of the git executable.</param>
internal sealed record GitProgram(string Path)
{
    private const UnixFileMode Runnable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The silence after which git counts as hanging; far longer than any answer takes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Searches the absolute folders of PATH. A program in the working folder, or in a folder relative to it, may come from the
    /// repository and is never started.
    /// </summary>
    /// <returns>Null when git is not found.</returns>
    public static GitProgram? Find(IReadOnlyDictionary<string, string> environment)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var entry in PathOf(environment).Split(System.IO.Path.PathSeparator))
        {
            var folder = entry.Trim('"');
            if (System.IO.Path.IsPathFullyQualified(folder) && CanRun(System.IO.Path.Join(folder, name)))
            {
                return new GitProgram(System.IO.Path.Join(folder, name));
            }
        }

        return null;
    }

    private static string PathOf(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.TryGetValue("PATH", out var path) || !OperatingSystem.IsWindows())
        {
            return path ?? "";
        }

        // On Windows it is usually called "Path".
        return environment.FirstOrDefault(one => one.Key.Equals("PATH", StringComparison.OrdinalIgnoreCase)).Value
            ?? "";
    }

    private static bool CanRun(string file)
    {
        try
        {
            return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Runnable) != 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

namespace KaizenGate.Core.History.Git;

/// <summary>The git program of this machine.</summary>
/// <param name="Path">Absolute.</param>
internal sealed record GitProgram(string Path)
{
    private const UnixFileMode Runnable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>How long git may be silent before it counts as hanging. Far longer than any answer takes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Looks along the PATH. Only absolute folders count: a program that lies in the folder of the run, or in one that is
    /// named relative to it, came with the repository and is never started.
    /// </summary>
    /// <returns>Null when there is none.</returns>
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

        // Windows writes it "Path", and means the same.
        foreach (var (name, value) in environment)
        {
            if (name.Equals("PATH", StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return "";
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

namespace KaizenGate.Core.Files;

/// <summary>Finds programs without a shell.</summary>
internal static class ProgramPath
{
    private const UnixFileMode Runnable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// Searches the absolute folders of PATH. A program in the working folder, or in a folder relative to it, may come from the
    /// repository and is never started.
    /// </summary>
    /// <param name="name">The name, without the extension <c>.exe</c>; an absolute path is itself the result.</param>
    /// <param name="environment">The variables of the environment.</param>
    /// <returns>The absolute path; null when there is no such program.</returns>
    public static string? Find(string name, IReadOnlyDictionary<string, string> environment)
    {
        var file =
            OperatingSystem.IsWindows() && !name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
                ? $"{name}.exe"
                : name;
        if (Path.IsPathFullyQualified(file))
        {
            return CanRun(file) ? file : null;
        }

        if (file.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar))
        {
            return null;
        }

        foreach (var entry in PathOf(environment).Split(Path.PathSeparator))
        {
            var folder = entry.Trim('"');
            if (Path.IsPathFullyQualified(folder) && CanRun(Path.Join(folder, file)))
            {
                return Path.Join(folder, file);
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

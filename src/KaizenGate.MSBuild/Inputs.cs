using System.Globalization;

namespace KaizenGate.MSBuild;

/// <summary>The files and folders that a run of the program reads.</summary>
internal static class Inputs
{
    private const string SettingsName = "kaizen.json";

    /// <summary>The usual folders of a backlog, relative to a searched folder; empty for that folder itself.</summary>
    private static readonly string[] UsualFolders = ["", "docs", ".github", ".kaizen"];

    /// <summary>Keys in the settings that refer to further files, and the escape character, which could hide such a key.</summary>
    private static readonly string[] References = ["extends", "backlogs", "archive", "baseline", "source", "\\"];

    /// <summary>Returns their paths, possibly more than needed; null if the settings refer to further files.</summary>
    public static IReadOnlyList<string>? Of(string folder, IReadOnlyList<string> backlogs, string config)
    {
        var searched = Searched(folder);
        var settings = Settings(folder, config);
        if (searched is null || settings.Count > 1 || settings.Any(HasReferences) || HasOwnVariables())
        {
            return null;
        }

        var named = backlogs.Select(backlog => Path.GetFullPath(Path.Combine(folder, backlog))).ToList();
        if (named.Any(Directory.Exists))
        {
            return null;
        }

        var folders = searched
            .SelectMany(above => UsualFolders.Select(usual => Path.Combine(above, usual)))
            .Concat(named.Concat(settings).Select(file => Path.GetDirectoryName(file)!))
            .Distinct()
            .ToList();
        return [.. folders, .. folders.Where(Directory.Exists).SelectMany(Relevant), .. named, .. settings];
    }

    /// <summary>Returns a text that changes when the file changes, or when an entry of the folder is added or removed.</summary>
    public static string StateOf(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
        {
            return string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1} {2}",
                path,
                file.Length,
                file.LastWriteTimeUtc.Ticks
            );
        }

        return Directory.Exists(path)
            ? $"{path} {string.Join("/", Directory.GetFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).OrderBy(name => name, StringComparer.Ordinal))}"
            : $"{path} -";
    }

    private static IEnumerable<string> Relevant(string folder) =>
        Directory
            .GetFiles(folder)
            .Where(file =>
                file.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
                || Path.GetFileName(file).StartsWith("kaizen", StringComparison.OrdinalIgnoreCase)
            )
            .OrderBy(file => file, StringComparer.Ordinal);

    /// <summary>Returns the folder and its parents up to the first with settings or a repository; null if there is none.</summary>
    private static List<string>? Searched(string folder)
    {
        var searched = new List<string>();
        foreach (var above in Upward(folder))
        {
            searched.Add(above);
            var git = Path.Combine(above, ".git");
            if (File.Exists(Path.Combine(above, SettingsName)) || Directory.Exists(git) || File.Exists(git))
            {
                return searched;
            }
        }

        return null;
    }

    private static List<string> Settings(string folder, string config)
    {
        var found = Upward(folder).Select(above => Path.Combine(above, SettingsName)).Where(File.Exists).ToList();
        return config.Length > 0 ? [Path.GetFullPath(Path.Combine(folder, config))] : found;
    }

    private static bool HasReferences(string settings)
    {
        var text = File.ReadAllText(settings);
        return References.Any(key => text.IndexOf(key, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool HasOwnVariables()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("KAIZEN_", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Upward(string folder)
    {
        for (
            string? current = folder.TrimEnd(Path.DirectorySeparatorChar);
            !string.IsNullOrEmpty(current);
            current = Path.GetDirectoryName(current)
        )
        {
            yield return current!;
        }
    }
}

using System.Globalization;

namespace KaizenGate.MSBuild;

/// <summary>The files and folders that a run of the program looks at.</summary>
internal static class Inputs
{
    private const string SettingsName = "kaizen.json";

    /// <summary>The folders in which a backlog usually lies, below one that is searched; empty: that itself.</summary>
    private static readonly string[] UsualFolders = ["", "docs", ".github", ".kaizen"];

    /// <summary>Keys of the settings that lead to further files, and what could hide such a key.</summary>
    private static readonly string[] Leads = ["extends", "backlogs", "archive", "baseline", "\\"];

    /// <summary>Their paths, more rather than fewer; null when the settings lead anywhere else.</summary>
    public static IReadOnlyList<string>? Of(string folder, IReadOnlyList<string> backlogs, string config)
    {
        var searched = Searched(folder);
        var settings = Settings(folder, config);
        if (searched is null || settings.Count > 1 || settings.Any(HasLeads) || HasOwnVariables())
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

    /// <summary>A text that changes when the file changes, or when a folder gets or loses an entry.</summary>
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

    /// <summary>From the folder upward to the first that holds the settings or the repository; null when there is none.</summary>
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

    private static bool HasLeads(string settings)
    {
        var text = File.ReadAllText(settings);
        return Leads.Any(lead => text.IndexOf(lead, StringComparison.OrdinalIgnoreCase) >= 0);
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

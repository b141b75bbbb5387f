namespace KaizenGate.Core.Transcripts;

/// <summary>The folders in which Claude Code and Codex keep the transcripts of a person. Those of other people are never looked at.</summary>
/// <param name="claude">The folder with one folder for each project; null when the home folder is unknown.</param>
/// <param name="codex">The folders with the sessions; empty when the home folder is unknown.</param>
internal sealed class TranscriptFolders(string? claude, ImmutableArray<string> codex)
{
    private static readonly string[] HomeVariables = ["HOME", "USERPROFILE"];

    private const string Extension = ".jsonl";

    /// <summary>The folders below the one of a project: those of sessions, and of their sub-agents.</summary>
    private const int DeepestClaude = 3;

    /// <summary>Year, month and day.</summary>
    private const int DeepestCodex = 4;

    /// <summary>More transcripts than a month has.</summary>
    private const int MaxTranscripts = 100_000;

    /// <summary>Reads the environment: <c>CLAUDE_CONFIG_DIR</c> and <c>CODEX_HOME</c>, else the home folder.</summary>
    public static TranscriptFolders From(IReadOnlyDictionary<string, string> environment)
    {
        var claudeHome = Folder(environment, "CLAUDE_CONFIG_DIR", ".claude");
        var codexHome = Folder(environment, "CODEX_HOME", ".codex");
        return new(
            claudeHome is null ? null : Path.Join(claudeHome, "projects"),
            codexHome is null ? [] : [Path.Join(codexHome, "sessions"), Path.Join(codexHome, "archived_sessions")]
        );
    }

    /// <summary>The home folder of the environment; null when it names none.</summary>
    public static string? Home(IReadOnlyDictionary<string, string> environment) =>
        HomeVariables
            .Select(variable => environment.GetValueOrDefault(variable))
            .FirstOrDefault(folder => folder is not null && Path.IsPathFullyQualified(folder));

    /// <summary>Whether a path is that of a transcript in one of these folders, also after links are resolved.</summary>
    /// <param name="path">Any text.</param>
    public bool Contains(string path)
    {
        if (
            path.Contains('\0', StringComparison.Ordinal)
            || !Path.IsPathFullyQualified(path)
            || !path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        var real = RealPath.Of(Path.GetFullPath(path));
        return Roots.Any(root =>
            real.StartsWith(RealPath.Of(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        );
    }

    /// <summary>The transcripts that may be of a repository: in Claude Code by the name of their folder, in Codex all.</summary>
    /// <param name="roots">The roots of its working trees; absolute.</param>
    /// <param name="since">Older files are left out.</param>
    public IEnumerable<string> Candidates(IEnumerable<string> roots, DateTimeOffset since) =>
        OfClaude(roots)
            .Concat(codex.SelectMany(folder => Below(folder, DeepestCodex)))
            .Take(MaxTranscripts)
            .Where(path => new FileInfo(path).LastWriteTimeUtc >= since.UtcDateTime && Contains(path));

    /// <summary>The name that Claude Code gives the folder of a project: every sign but letters and digits of ASCII becomes a dash.</summary>
    internal static string ProjectName(string folder) =>
        string.Concat(folder.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));

    private IEnumerable<string> Roots => claude is null ? codex : codex.Prepend(claude);

    private IEnumerable<string> OfClaude(IEnumerable<string> roots)
    {
        if (claude is null)
        {
            return [];
        }

        // Sessions in a subfolder have a project of their own; the transcript shows whether it is one.
        var names = roots.Select(ProjectName).ToList();
        return FolderEntries
            .Of(
                claude,
                (name, isFolder) =>
                {
                    var text = name.ToString();
                    return isFolder && names.Any(known => text.StartsWith(known, StringComparison.OrdinalIgnoreCase));
                }
            )
            .SelectMany(project => Below(project.Path, DeepestClaude));
    }

    private static IEnumerable<string> Below(string folder, int depth)
    {
        var entries = FolderEntries
            .Of(folder, (name, isFolder) => isFolder || name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal);
        foreach (var (path, isFolder) in entries)
        {
            if (!isFolder)
            {
                yield return path;
            }
            else if (depth > 0)
            {
                foreach (var below in Below(path, depth - 1))
                {
                    yield return below;
                }
            }
        }
    }

    private static string? Folder(IReadOnlyDictionary<string, string> environment, string variable, string name) =>
        environment.GetValueOrDefault(variable) is { Length: > 0 } own && Path.IsPathFullyQualified(own)
            ? Path.GetFullPath(own)
        : Home(environment) is { } home ? Path.Join(home, name)
        : null;
}

namespace KaizenGate.Core.History.Git;

/// <summary>How git is started.</summary>
/// <param name="Program">The program.</param>
/// <param name="Folder">The working folder; absolute.</param>
/// <param name="Environment">All environment variables; see <see cref="GitEnvironment"/>.</param>
internal sealed record GitPlace(GitProgram Program, string Folder, Dictionary<string, string> Environment);

/// <summary>The environment variables that git gets.</summary>
internal static class GitEnvironment
{
    /// <summary>Variables that select the configuration. A build server sets, for example, <c>safe.directory</c> with them.</summary>
    private static readonly string[] Configuration =
    [
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_PARAMETERS",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_SYSTEM",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_EXEC_PATH",
        "GIT_CEILING_DIRECTORIES",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    ];

    /// <summary>Variables that select the repository. Git sets them for its hooks; they are wrong for any other repository.</summary>
    private static readonly string[] Repository =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_COMMON_DIR",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_SHALLOW_FILE",
        "GIT_QUARANTINE_PATH",
        "GIT_NAMESPACE",
    ];

    /// <summary>
    /// Overrides whatever is configured. Unlike options, variables reach child processes and are ignored by versions of git
    /// that do not know them.
    /// </summary>
    private static readonly (string Name, string Value)[] Fixed =
    [
        ("LC_ALL", "C"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_NO_LAZY_FETCH", "1"),
        // No protocol has this name: unlike protocol.allow, protocol.ext.allow in the repository cannot overrule it.
        ("GIT_ALLOW_PROTOCOL", "none"),
        ("GIT_PROTOCOL_FROM_USER", "0"),
        // Otherwise git flushes after each commit, which takes twice the time.
        ("GIT_FLUSH", "0"),
    ];

    /// <summary>
    /// Lets git's memory come in large pages if its C library is glibc; others ignore it. What git reads of a long history, it keeps in
    /// memory, and half of its time goes into pages of 4 KB.
    /// </summary>
    private static readonly (string Name, string Value) Memory = ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");

    /// <summary>Takes the user's variables; of those for git only the known harmless ones.</summary>
    /// <param name="caller">The user's variables.</param>
    /// <param name="inheritsRepository">Whether git runs for the repository of the working folder, possibly in a hook.</param>
    public static Dictionary<string, string> From(IReadOnlyDictionary<string, string> caller, bool inheritsRepository)
    {
        var environment = new Dictionary<string, string>(caller.Count + Fixed.Length, StringComparer.Ordinal);
        foreach (var (name, value) in caller)
        {
            if (Keeps(name, inheritsRepository))
            {
                environment[name] = value;
            }
        }

        foreach (var (name, value) in Fixed)
        {
            environment[name] = value;
        }

        environment.TryAdd(Memory.Name, Memory.Value);
        return environment;
    }

    private static bool Keeps(string name, bool inheritsRepository)
    {
        if (!name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase))
        {
            return !Is(name, "SSH_ASKPASS") && !Is(name, "LC_ALL") && !Is(name, "LANGUAGE");
        }

        return Configuration.Any(known => Is(name, known))
            || name.StartsWith("GIT_CONFIG_KEY_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("GIT_CONFIG_VALUE_", StringComparison.OrdinalIgnoreCase)
            || (inheritsRepository && Repository.Any(known => Is(name, known)));
    }

    // Windows ignores the case of names.
    private static bool Is(string name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);
}

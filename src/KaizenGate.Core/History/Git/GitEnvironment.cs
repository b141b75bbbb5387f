namespace KaizenGate.Core.History.Git;

/// <summary>The environment that git runs in.</summary>
internal static class GitEnvironment
{
    /// <summary>Which configuration holds. A build server says with these what it trusts, such as <c>safe.directory</c>.</summary>
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

    /// <summary>Which repository it is. Git sets these for its hooks; they fit no other repository.</summary>
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
    /// What git is to do and not to do, whatever is configured. The variables work on children and on versions that do not
    /// know the option of the same meaning; older versions do not know all of them.
    /// </summary>
    private static readonly (string Name, string Value)[] Fixed =
    [
        ("LC_ALL", "C"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_NO_LAZY_FETCH", "1"),
        // No protocol has this name: unlike protocol.allow it cannot be overruled by protocol.ext.allow in the repository.
        ("GIT_ALLOW_PROTOCOL", "none"),
        ("GIT_PROTOCOL_FROM_USER", "0"),
        // Without it git writes to a pipe commit by commit, which takes twice the time.
        ("GIT_FLUSH", "0"),
    ];

    /// <summary>Makes it from that of the caller. Of the variables of git only those stay that are known to be harmless.</summary>
    /// <param name="caller">The environment of the caller.</param>
    /// <param name="inheritsRepository">Whether git runs for the repository that the caller runs in, possibly as its hook.</param>
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

    // Windows does not tell names apart by case.
    private static bool Is(string name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);
}

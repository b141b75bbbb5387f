using System.Collections.Immutable;

namespace KaizenGate.Core.Tests.Namespaces;

/// <summary>Members of .NET that only a few types may use, so that nothing goes around the checks in those types.</summary>
internal static class ReservedCalls
{
    public static ImmutableArray<ReservedCall> All { get; } =
    [
        new(
            "read, write, move or delete files",
            @"^System\.IO\.(File\.(?!Exists$|GetUnixFileMode$)|FileStream\.\.ctor|RandomAccess\.|Directory\.(?!Exists$)"
                + @"|(FileInfo|DirectoryInfo|FileSystemInfo)\.(Open|Create|Append|CopyTo|MoveTo|Delete|Replace|Enumerate|Get(Files|Dir|FileSys))"
                + @"|Stream(Reader|Writer)\.\.ctor\(string\)|Enumeration\.FileSystemEnumer|IsolatedStorage\.|MemoryMappedFiles\.)",
            "Files opens only plain files of bounded size, and replaces files atomically and never through a link",
            [
                "Core.Files.FolderEntries",
                "Core.Files.LockedFile",
                "Core.Files.NewFile",
                "Core.Files.PlainFile",
                "Core.Files.ReplacedFile",
                "Core.Files.TemporaryFile",
                // In git's folder. The cache has its own checks, without a flush.
                "Core.History.Caching.CacheFolder",
                "Cli.Hooks.HookFile",
                "Cli.Hooks.Managers.RecipeFile",
                "Cli.Hooks.MergeDriver",
            ]
        ),
        new(
            "use standard streams",
            @"^System\.Console\.",
            "the host's writers make each line inert",
            ["Cli.Host", "Program"]
        ),
        new(
            "write text to a stream",
            @"^System\.IO\.StreamWriter\.\.ctor",
            "the writers of ReportStream make each line inert",
            ["Core.Escaping.ReportStream"]
        ),
        new(
            "start a program",
            @"^System\.Diagnostics\.(Process|ProcessStartInfo)\.",
            "GitCommand starts only git, without the programs that a repository configures, OtherProgram those that the environment names, HookProgram only our own hook, and TrackerToken only gh and glab",
            ["Core.History.Git.GitCommand", "Cli.OtherProgram", "Cli.Agents.HookProgram", "Cli.Pulling.TrackerToken"]
        ),
        new(
            "open a connection",
            @"^System\.Net\.",
            "only `report` with a request for telemetry and TrackerClient, for the trackers in the settings, send anything",
            ["Cli.Telemetry.OtlpExport", "Core.Trackers.TrackerClient"]
        ),
        new(
            "read variables of the environment",
            @"^System\.Environment\.GetEnvironmentVariable",
            "the host passes them on, so that each use can be tested",
            ["Cli.Host"]
        ),
    ];
}

/// <summary>Members that only some types may use.</summary>
/// <param name="Does">What they do: "start a program".</param>
/// <param name="Members">A regular expression for their names; see <see cref="TypeUses.ReadMembers"/>.</param>
/// <param name="Instead">What other types use.</param>
/// <param name="Users">The types that may use them, without the first part of the namespace.</param>
internal sealed record ReservedCall(string Does, string Members, string Instead, ImmutableArray<string> Users);

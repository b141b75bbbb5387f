using System.Runtime.InteropServices;
using static System.IO.Path;

namespace KaizenGate.MSBuild;

/// <summary>The program that checks: a native one of the same version if the machine has it, else the portable one of this package.</summary>
internal sealed class GateProgram
{
    private const string Tool = "kaizengate";
    private const string Name = "dotnet-kaizen";
    private const int MayExecute = 1;

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    private GateProgram(string path, string file, params string[] arguments)
    {
        Path = path;
        File = file;
        Arguments = arguments;
    }

    /// <summary>The file to start: the program, or <c>dotnet</c>.</summary>
    public string Path { get; }

    /// <summary>The program: native, or an assembly.</summary>
    public string File { get; }

    /// <summary>The arguments before those of the program.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <param name="package">The absolute folder of this package, <c>…/kaizengate.msbuild/VERSION</c>.</param>
    /// <param name="platform">The platform of the native program, such as <c>linux-x64</c>; <c>any</c> or empty for the portable one.</param>
    /// <param name="dotNet">The <c>dotnet</c> that runs the portable one; empty for the one on the PATH.</param>
    public static GateProgram Find(string package, string platform, string dotNet)
    {
        if (Native(package, platform) is { } native)
        {
            return new GateProgram(native, native);
        }

        var assembly = Combine(package, "tools", "any", $"{Name}.dll");
        var host = IsWindows ? "dotnet.exe" : "dotnet";
        var given = IsWindows && dotNet.Length > 0 ? ChangeExtension(dotNet, ".exe") : dotNet;
        return new GateProgram(given.Length > 0 ? given : host, assembly, "exec", assembly);
    }

    /// <summary>The native program of the tool's package for the platform; null if it is nowhere or not executable.</summary>
    private static string? Native(string package, string platform)
    {
        if (platform is "" or "any")
        {
            return null;
        }

        var version = GetFileName(package);
        var home = Environment.GetEnvironmentVariable("DOTNET_CLI_HOME");
        home = string.IsNullOrEmpty(home) ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) : home;
        string[] folders =
        [
            // Local tools and PackageDownload.
            GetFullPath(Combine(package, "..", "..")),
            // Global tools.
            Combine(home, ".dotnet", "tools", ".store", Tool, version),
        ];
        return folders
            .Select(folder => Combine(folder, $"{Tool}.{platform}", version, "tools", "any", platform, Name))
            .Select(path => IsWindows ? $"{path}.exe" : path)
            .FirstOrDefault(path => System.IO.File.Exists(path) && (IsWindows || Access(path, MayExecute) == 0));
    }

    // NuGet makes it executable for the owner only, and a package folder may be shared.
    [DllImport(
        "libc",
        EntryPoint = "access",
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access(string path, int mode);
}

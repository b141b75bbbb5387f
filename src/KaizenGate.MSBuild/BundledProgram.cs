using System.Runtime.InteropServices;

namespace KaizenGate.MSBuild;

/// <summary>One of the programs in the package.</summary>
internal sealed class BundledProgram
{
    private const string Name = "dotnet-kaizen";
    private const int MayExecute = 1;

    private BundledProgram(string path, string file, params string[] arguments)
    {
        Path = path;
        File = file;
        Arguments = arguments;
    }

    /// <summary>What is started: the program itself, or <c>dotnet</c>.</summary>
    public string Path { get; }

    /// <summary>The program of the package, however it is started.</summary>
    public string File { get; }

    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>What stands in front of the program's own arguments.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The native program of the platform, if the package has one that may be started, else the one for any.</summary>
    public static BundledProgram Find(string folder, string platform, string dotNet)
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var native = System.IO.Path.Combine(folder, platform, isWindows ? $"{Name}.exe" : Name);
        if (platform.Length > 0 && System.IO.File.Exists(native) && (isWindows || Access(native, MayExecute) == 0))
        {
            return new BundledProgram(native, native);
        }

        var assembly = System.IO.Path.Combine(folder, "any", $"{Name}.dll");
        var host = isWindows ? "dotnet.exe" : "dotnet";
        var given = isWindows && dotNet.Length > 0 ? System.IO.Path.ChangeExtension(dotNet, ".exe") : dotNet;
        return new BundledProgram(given.Length > 0 ? given : host, assembly, "exec", assembly);
    }

    // NuGet gives the right to its owner only, and a folder of packages may be shared.
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

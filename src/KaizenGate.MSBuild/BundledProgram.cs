using System.Runtime.InteropServices;

namespace KaizenGate.MSBuild;

/// <summary>A program in the package.</summary>
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

    /// <summary>The file to start: the program, or <c>dotnet</c>.</summary>
    public string Path { get; }

    /// <summary>The program in the package: native, or an assembly.</summary>
    public string File { get; }

    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The arguments before those of the program.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Finds the native program of the platform, if the package has one that is executable, else the portable one.</summary>
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

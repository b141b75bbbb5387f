using System.Runtime.InteropServices;
using System.Text;

namespace KaizenGate.Core.Files;

/// <summary>
/// The kind of a file. .NET knows only folders and links: opening a pipe to look at it blocks, and reading a device may never end. The
/// runtime's own library asks the system in the same way on every Unix; the layout is that of <c>FileStatus</c> in its <c>pal_io.h</c>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FileStatus
{
    private const int TypeMask = 0xF000;
    private const int Folder = 0x4000;
    private const int Plain = 0x8000;

    private int flags;
    private int mode;
    private uint user;
    private uint group;
    private long size;
    private FourTimes times;
    private long device;
    private long ownDevice;
    private long number;
    private uint userFlags;

    /// <summary>Whether links lead to a device, a pipe or a socket; false when there is no file, and on Windows.</summary>
    public static bool IsSpecial(string path) =>
        Read(path) is { } status && (status.mode & TypeMask) is not (Plain or Folder);

    /// <summary>Whether two folders are on one file system, so that a file can be renamed from one to the other.</summary>
    public static bool AreOnOneDevice(string folder, string other) =>
        OperatingSystem.IsWindows()
            ? Path.GetPathRoot(folder) == Path.GetPathRoot(other)
            : Read(folder) is { } one && Read(other) is { } two && one.device == two.device;

    private static FileStatus? Read(string path)
    {
        var status = default(FileStatus);
        return !OperatingSystem.IsWindows() && Stat(Encoding.UTF8.GetBytes(path + '\0'), ref status) == 0
            ? status
            : null;
    }

#pragma warning disable SYSLIB1054 // Arguments that need no conversion need no generated code.
#pragma warning disable CA5393 // The runtime's own library is in the folder of its assemblies.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Stat(byte[] path, ref FileStatus status);
#pragma warning restore CA5393
#pragma warning restore SYSLIB1054

    /// <summary>Seconds and nanoseconds of four times.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct FourTimes;
}

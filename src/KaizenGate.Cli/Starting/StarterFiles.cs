using KaizenGate.Backlogs;
using KaizenGate.Escaping;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Starting;

/// <summary>Writes files where there are none, and says so.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="workspace">The working folder.</param>
/// <param name="today">The day on which they are written.</param>
internal sealed class StarterFiles(Host host, Workspace workspace, DateOnly today)
{
    private const UnixFileMode Program =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    /// <summary>Whether a file was written.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Writes a file, unless one is there.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Write(Starter starter, string folder)
    {
        var path = Path.Join(folder, starter.Path);
        try
        {
            if (Existing(path) is { } existing)
            {
                Keep(existing, starter.Instead);
                return;
            }

            MakeFolder(Path.GetDirectoryName(path)!, folder);
            // Fails when there is a file after all, or a link to nowhere.
            using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            using (var writer = new StreamWriter(stream))
            {
                writer.Write(starter.Text(host.Version, today));
            }

            if (starter.IsProgram && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, Program);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                new InputError(
                    $"it cannot be written: {failed.Message.TrimEnd('.')}",
                    "Check that the folder can be written to, and run it again; what was written stays.",
                    workspace.Shown(path)
                )
            );
        }

        HasWritten = true;
        Say("wrote", path, starter.Purpose);
    }

    /// <summary>Writes the section for agents.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Guide(string folder)
    {
        var path = Path.Join(folder, AgentGuide.FileName);
        var what = AgentGuide.Write(folder, workspace.Shown(path));
        HasWritten |= what == "wrote";
        Say(what, path, "tells agents how to capture");
    }

    /// <summary>Says that a file is left alone.</summary>
    /// <param name="path">The file; absolute.</param>
    /// <param name="remark">What to do about it; null for nothing.</param>
    public void Keep(string path, string? remark = null) =>
        Say("kept", path, remark is null ? "it is there already" : $"it is there already; {remark}");

    /// <summary>The file at a path, or the same with the other ending of YAML; null when there is neither.</summary>
    private static string? Existing(string path)
    {
        string[] names = path.EndsWith(".yml", StringComparison.Ordinal)
            ? [path, Path.ChangeExtension(path, ".yaml")]
            : [path];
        // A link to nowhere is there, too.
        return names.FirstOrDefault(name => Path.Exists(name) || new FileInfo(name).LinkTarget is not null);
    }

    /// <summary>Makes a folder, unless a link on the way leads out of the folder it belongs in.</summary>
    private static void MakeFolder(string folder, string root)
    {
        var real = RealPath.Of(root);
        var target = RealPath.Of(folder);
        if (
            target != real
            && !target.StartsWith(Path.Join(real, $"{Path.DirectorySeparatorChar}"), StringComparison.Ordinal)
        )
        {
            throw new IOException("a link leads out of the repository");
        }

        Directory.CreateDirectory(folder);
    }

    private void Say(string what, string path, string remark) =>
        host.Text.WriteLine($"{what, -5}  {LogText.Of(workspace.Shown(path)), -28}  {remark}");
}

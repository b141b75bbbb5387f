using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Starting;

/// <summary>Creates files that do not exist yet, and prints the results.</summary>
internal sealed class StarterFiles(Host host, Workspace workspace, DateOnly today, FileAnswer answer)
{
    /// <summary>Creates a file unless it exists.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Write(Starter starter, string folder)
    {
        var path = Path.Join(folder, starter.Path);
        var text = starter.Text(host.Version, today);
        try
        {
            if (Existing(path) is { } existing)
            {
                Keep(existing, starter.Instead);
                return;
            }

            var own = Path.GetDirectoryName(path)!;
            workspace.Contained.Supplied(own, folder, starter.Path);
            if (!answer.IsDryRun)
            {
                NewFile.CreateFolderOf(path);
                // Fails if the file was created meanwhile.
                NewFile.Write(path, Encoding.UTF8.GetBytes(text), starter.IsProgram ? EmbeddedText.Executable : null);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"cannot be written: {failed.Message.TrimEnd('.')}",
                "Check the permissions of the folder and try again. Files already written stay.",
                workspace.Shown(path)
            );
        }

        answer.Add(FileAnswer.Wrote, workspace.Shown(path), starter.Purpose, after: text);
    }

    /// <summary>Writes the section for agents.</summary>
    /// <param name="folder">The root of the repository.</param>
    /// <param name="file">The file, relative to it.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Guide(string folder, string file)
    {
        var path = Path.GetFullPath(file, folder);
        workspace.Contained.Supplied(Path.GetDirectoryName(path)!, folder, file);
        var (before, after) = AgentGuide.Write(path, workspace.Shown(path), answer.IsDryRun);
        answer.Add(
            before == after ? FileAnswer.Kept : FileAnswer.Wrote,
            workspace.Shown(path),
            "tells agents how to capture improvements",
            before,
            after
        );
    }

    /// <summary>Reports that a file is kept.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="remark">What to do instead; null for nothing.</param>
    public void Keep(string path, string? remark = null) =>
        answer.Add(
            FileAnswer.Kept,
            workspace.Shown(path),
            remark is null ? "already exists" : $"already exists; {remark}"
        );

    /// <summary>The file at a path, also with the extension .yaml for .yml; null if there is none.</summary>
    private static string? Existing(string path)
    {
        string[] names = path.EndsWith(".yml", StringComparison.Ordinal)
            ? [path, Path.ChangeExtension(path, ".yaml")]
            : [path];
        // A broken link exists too.
        return names.FirstOrDefault(name => Path.Exists(name) || new FileInfo(name).LinkTarget is not null);
    }
}

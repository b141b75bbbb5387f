using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Editing.Merging;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Runs;

/// <summary>Merges three files: improvement by improvement if they are backlogs, otherwise line by line as git does.</summary>
/// <param name="host">The environment.</param>
/// <param name="ancestor">Path of the common ancestor.</param>
/// <param name="ours">Path of our version, which the result replaces.</param>
/// <param name="theirs">Path of their version.</param>
internal sealed class MergeRun(Host host, string ancestor, string ours, string theirs)
{
    private readonly Workspace workspace = new(host.WorkingFolder);

    /// <summary>Length of a conflict marker.</summary>
    public required int Length { get; init; }

    /// <summary>Path of the backlog relative to the working folder; null if unknown.</summary>
    public string? Path { get; init; }

    public string? AncestorLabel { get; init; }
    public string? OursLabel { get; init; }
    public string? TheirsLabel { get; init; }

    /// <summary>Merges, and replaces our version atomically.</summary>
    /// <returns>The exit code: 0, or 1 with conflicts.</returns>
    /// <exception cref="InputException">A file cannot be read or written.</exception>
    public int Run()
    {
        var settings = Settings();
        var options = SettingsOptions.ReadingOf(settings);
        var merged = MergedBacklog.Of(
            Read(ancestor, settings),
            Read(ours, settings),
            Read(theirs, settings),
            options,
            new ConflictMarkers(OursLabel ?? "ours", TheirsLabel ?? "theirs", Length),
            Archived(settings, options)
        );
        if (merged is null)
        {
            return RunByLines();
        }

        Write(merged.Bytes);
        foreach (var remark in merged.Remarks)
        {
            host.ErrorText.WriteLine(LogText.Message($"kaizen: {(Path is null ? "" : $"{Path}: ")}{remark}"));
        }

        return merged.Conflicts == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private int RunByLines()
    {
        try
        {
            var merged = FileMerge.Of(
                GitProgram.Find(host.Environment) ?? throw new GitException("git is not on the PATH"),
                workspace.Folder,
                host.Environment,
                workspace.FullPath(ancestor),
                workspace.FullPath(ours),
                workspace.FullPath(theirs),
                (AncestorLabel ?? "base", OursLabel ?? "ours", TheirsLabel ?? "theirs"),
                Length
            );
            if (merged is null)
            {
                host.ErrorText.WriteLine(
                    LogText.Message(
                        $"kaizen: {Path ?? ours} cannot be merged as text; our version is kept, copy what you need from theirs"
                    )
                );
                return ExitCode.Failed;
            }

            Write(merged.Value.Bytes);
            return merged.Value.Conflicts == 0 ? ExitCode.Passed : ExitCode.Failed;
        }
        catch (GitException failed)
        {
            throw new InputException("not a backlog that can be merged", $"Git: {failed.Reason}", Path ?? ours);
        }
    }

    /// <summary>The settings, or the defaults when the file cannot be read, as it may be in conflict itself.</summary>
    private GateSettings Settings()
    {
        try
        {
            return SettingsLoader
                .Load(
                    host.WorkingFolder,
                    [.. RuleCatalog.All.Select(rule => rule.Known)],
                    host.Environment,
                    new SettingsOverrides()
                )
                .Settings;
        }
        catch (InputException)
        {
            return GateSettings.Default;
        }
    }

    /// <summary>Returns whether an id is in the archive, which is read on first use.</summary>
    private Func<string, bool> Archived(GateSettings settings, ReadingOptions options)
    {
        var ids = new Lazy<HashSet<string>>(() =>
        {
            try
            {
                var archive = Path is null ? null : workspace.ArchiveOf(workspace.FullPath(Path), settings.Archive);
                return File.Exists(archive?.FullPath)
                    ?
                    [
                        .. BacklogReader
                            .ReadFile(archive, options)
                            .Improvements.Select(item => item.Id?.ToUpperInvariant())
                            .OfType<string>(),
                    ]
                    : [];
            }
            catch (InputException)
            {
                return [];
            }
        });
        return id => ids.Value.Contains(id.ToUpperInvariant());
    }

    private byte[] Read(string path, GateSettings settings)
    {
        try
        {
            return PlainFile.Read(workspace.FullPath(path), settings.MaxFileBytes);
        }
        catch (FileTooLargeException)
        {
            // Merged line by line: the zero byte makes it not a backlog.
            return [0];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"cannot be read: {failed.Message.TrimEnd('.')}",
                "Pass the three files that git calls %O, %A and %B.",
                path
            );
        }
    }

    private void Write(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            ReplacedFile.Write(workspace.FullPath(ours), stream => stream.Write(bytes.Span));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the merged backlog cannot be written: {failed.Message.TrimEnd('.')}",
                "Nothing was changed. Check the folder and merge again.",
                ours
            );
        }
    }
}

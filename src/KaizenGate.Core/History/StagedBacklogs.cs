using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>Reads backlogs as they are staged.</summary>
internal static class StagedBacklogs
{
    /// <param name="git">The repository.</param>
    /// <param name="query">How to read them.</param>
    /// <param name="files">The backlogs.</param>
    /// <param name="archiveOf">Returns the archive of a backlog; null without one.</param>
    /// <param name="pathOf">Returns the path relative to the root of the repository.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <exception cref="InputException">A file is in conflict, or git failed.</exception>
    public static ImmutableArray<Backlog> Read(
        GitRepository git,
        HistoryQuery query,
        ImmutableArray<SourceFile> files,
        Func<SourceFile, SourceFile?> archiveOf,
        Func<SourceFile, string> pathOf,
        ImmutableArray<InputError>.Builder errors
    )
    {
        ImmutableArray<(SourceFile File, SourceFile? Archive)> all = [.. files.Select(file => (file, archiveOf(file)))];
        try
        {
            // This git starts up while another one lists the index.
            using var blobs = git.OpenBlobs();
            var staged = git.StagedFiles([
                .. all.SelectMany(one => new[] { one.File, one.Archive }).OfType<SourceFile>().Select(pathOf),
                .. all.SelectMany(one => TaskFolder.Of(one.File)?.Folders ?? [])
                    .Select(folder => $"{pathOf(SourceFile.Named(folder))}/"),
            ]);
            var texts = blobs.ReadAll(staged, query.Reading.MaxFileBytes);
            return BacklogFiles.Each(all, one => Read(one.File, one.Archive), errors);

            Backlog Read(SourceFile file, SourceFile? archive)
            {
                if (!texts.TryGetValue(pathOf(file), out var text))
                {
                    throw new InputException(
                        "is not in the index",
                        "Stage it with git add, or run without --staged.",
                        file.Path
                    );
                }

                if (text is null)
                {
                    throw new InputException(query.TooLarge(file, "in the index"));
                }

                return TaskFolder.Of(file) is { } folder
                    ? BacklogReader.ReadTasks(file, folder.Among(file, texts, pathOf), query.Reading).Backlog
                    : BacklogReader.ReadBytes(file, text, query.Reading) with
                    {
                        Archive =
                            archive is not null && texts.GetValueOrDefault(pathOf(archive)) is { } archived
                                ? BacklogReader.ReadBytes(archive, archived, query.Reading)
                                : null,
                    };
            }
        }
        catch (GitException failed)
        {
            throw new InputException(
                new InputError("--staged: the index cannot be read", failed.Reason, files[0].Path)
            );
        }
    }
}

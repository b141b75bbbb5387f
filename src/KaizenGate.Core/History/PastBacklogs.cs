using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>Reads backlogs as they were on an earlier day.</summary>
/// <param name="git">The repository.</param>
/// <param name="past">The revision of that day.</param>
/// <param name="pathOf">Returns the path relative to the root of the repository.</param>
/// <param name="query">How to read them.</param>
internal sealed class PastBacklogs(
    GitRepository git,
    PastRevision past,
    Func<SourceFile, string> pathOf,
    HistoryQuery query
)
{
    private readonly Dictionary<string, byte[]?> present = git.ReadTexts(past.Present, query.Reading.MaxFileBytes);

    /// <summary>Reads all backlogs. One that git does not have is read from its file.</summary>
    /// <param name="files">The backlogs, by number.</param>
    /// <param name="archiveOf">Returns the current archive of a backlog; null without one.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <returns>The backlogs, each with a remark on its revision; null for one that git does not have.</returns>
    /// <exception cref="GitException">Git failed.</exception>
    public ImmutableArray<(Backlog Backlog, string? Remark)> Read(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, SourceFile?> archiveOf,
        ImmutableArray<InputError>.Builder errors
    )
    {
        var texts = git.ReadTexts(past.Blobs, query.Reading.MaxFileBytes);
        var backlogs = ImmutableArray.CreateBuilder<(Backlog, string?)>();
        for (var number = 0; number < files.Length; number++)
        {
            var file = files[number];
            var path = pathOf(file);
            if (!texts.TryGetValue(past.Former.GetValueOrDefault(number, path), out var text))
            {
                if (past.Present.ContainsKey(path))
                {
                    errors.Add(NoRevision(file));
                    continue;
                }

                backlogs.AddRange(
                    BacklogFiles.Read([file], archiveOf, _ => query.Reading, errors).Select(one => (one, (string?)null))
                );
            }
            else if (text is null)
            {
                errors.Add(query.TooLarge(file, $"at commit {past.Commit}"));
            }
            else if (TaskFolder.Of(file) is { } folder)
            {
                backlogs.Add(
                    (
                        BacklogReader.ReadTasks(file, folder.Among(file, texts, pathOf), query.Reading).Backlog,
                        RemarkOn(file, path, archive: null)
                    )
                );
            }
            else
            {
                var archive = ArchivePath.Of(file.FullPath, query.Archive);
                var archivePath = ArchivePath.InRepository(past.Former.GetValueOrDefault(number, path), query.Archive);
                backlogs.Add(
                    (
                        BacklogReader.ReadBytes(file, text, query.Reading) with
                        {
                            Archive =
                                archivePath is not null && texts.GetValueOrDefault(archivePath) is { } archived
                                    ? BacklogReader.ReadBytes(
                                        archiveOf(file) ?? SourceFile.Named(archive),
                                        archived,
                                        query.Reading
                                    )
                                    : null,
                        },
                        RemarkOn(file, path, archiveOf(file))
                    )
                );
            }
        }

        return backlogs.ToImmutable();
    }

    private string RemarkOn(SourceFile file, string path, SourceFile? archive)
    {
        var isChanged =
            IsChanged(file, path)
            || (
                archive is not null
                && ArchivePath.InRepository(path, query.Archive) is { } archivePath
                && IsChanged(archive, archivePath)
            );
        return $"read as of {query.AsOf:yyyy-MM-dd}, from commit {past.Commit![..10]} of {past.Day:yyyy-MM-dd}"
            + (isChanged ? "; uncommitted changes are left out" : "");
    }

    /// <summary>Whether a file differs from the one at the checked-out commit; git may convert line breaks.</summary>
    private bool IsChanged(SourceFile file, string path)
    {
        try
        {
            return present.GetValueOrDefault(path) is not { } committed
                || TextFile.Decode(committed).Text.ReplaceLineEndings()
                    != TextFile.Read(file, query.Reading.MaxFileBytes).Text.ReplaceLineEndings();
        }
        catch (InputException)
        {
            return true;
        }
    }

    private InputError NoRevision(SourceFile file) =>
        new(
            $"has no revision of {query.AsOf:yyyy-MM-dd} or before",
            git.IsShallow
                ? "It is a shallow clone: fetch with depth 0."
                : "Use a later day, or the dates in the file with --no-history.",
            file.Path
        );
}

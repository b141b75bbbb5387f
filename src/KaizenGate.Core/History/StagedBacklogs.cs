using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>Reads backlogs as they are staged.</summary>
internal sealed class StagedBacklogs(GitRepository git, ReadingOptions options)
{
    /// <param name="files">The backlogs.</param>
    /// <param name="pathOf">Returns the path of a file as git names it.</param>
    /// <param name="archiveOf">Returns the archive of a backlog; null without one.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <exception cref="InputException">A file is in conflict, or git failed.</exception>
    public ImmutableArray<Backlog> Read(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, string> pathOf,
        Func<SourceFile, SourceFile?> archiveOf,
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
            ]);
            var texts = blobs.ReadAll(staged, options.MaxFileBytes);
            var backlogs = ImmutableArray.CreateBuilder<Backlog>();
            foreach (var (file, archive) in all)
            {
                if (!texts.TryGetValue(pathOf(file), out var text))
                {
                    errors.Add(
                        new InputError(
                            "is not in the index",
                            "Stage it with git add, or run without --staged.",
                            file.Path
                        )
                    );
                }
                else if (text is null)
                {
                    errors.Add(TooLarge(file));
                }
                else
                {
                    backlogs.Add(
                        BacklogReader.ReadBytes(file, text, options) with
                        {
                            Archive =
                                archive is not null && texts.GetValueOrDefault(pathOf(archive)) is { } archived
                                    ? BacklogReader.ReadBytes(archive, archived, options)
                                    : null,
                        }
                    );
                }
            }

            return backlogs.ToImmutable();
        }
        catch (GitException failed)
        {
            throw new InputException(
                new InputError("--staged: the index cannot be read", failed.Reason, files[0].Path)
            );
        }
    }

    private InputError TooLarge(SourceFile file) =>
        new(
            $"is larger in the index than the limit of {options.MaxFileBytes:N0} bytes",
            "Split it, move completed items to the archive, or raise maxFileSize in kaizen.json",
            file.Path
        );
}

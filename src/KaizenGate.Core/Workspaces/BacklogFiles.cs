using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Workspaces;

internal static class BacklogFiles
{
    /// <summary>Reads all backlogs, so that one run reports all errors.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="archiveOf">Returns the archive of a backlog; null without one.</param>
    /// <param name="optionsOf">Returns the options for a backlog.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <returns>The backlogs with their archives, in the order of the files, without those that cannot be read.</returns>
    public static ImmutableArray<Backlog> Read(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, SourceFile?> archiveOf,
        Func<SourceFile, ReadingOptions> optionsOf,
        ImmutableArray<InputError>.Builder errors
    )
    {
        var settings = new Lock();
        return Each(files, ReadOne, errors);

        Backlog ReadOne(SourceFile file)
        {
            SourceFile? archive;
            ReadingOptions options;
            // Both come from settings, which are read when they are first asked for.
            lock (settings)
            {
                (archive, options) = (archiveOf(file), optionsOf(file));
            }

            // The archive first: if neither can be read, its error is the one that is reported.
            var archived = archive is null ? null : BacklogReader.ReadFile(archive, options);
            return BacklogReader.ReadFile(file, options) with { Archive = archived };
        }
    }

    /// <summary>Reads backlogs at the same time. All of them are read, so that one run reports all errors, in the order of the backlogs.</summary>
    /// <param name="sources">What to read the backlogs from.</param>
    /// <param name="read">Reads one of them.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <returns>The backlogs in the same order, without those that cannot be read.</returns>
    public static ImmutableArray<Backlog> Each<T>(
        IReadOnlyList<T> sources,
        Func<T, Backlog> read,
        ImmutableArray<InputError>.Builder errors
    )
    {
        var results = Concurrently.Select<T, (Backlog? Backlog, InputError? Error)>(
            sources,
            source =>
            {
                try
                {
                    return (read(source), null);
                }
                catch (InputException wrong)
                {
                    return (null, wrong.Error);
                }
            }
        );
        errors.AddRange(results.Select(result => result.Error).OfType<InputError>());
        return [.. results.Select(result => result.Backlog).OfType<Backlog>()];
    }
}

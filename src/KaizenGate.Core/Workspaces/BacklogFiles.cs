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
        var backlogs = ImmutableArray.CreateBuilder<Backlog>(files.Length);
        foreach (var file in files)
        {
            try
            {
                var options = optionsOf(file);
                var archive = archiveOf(file) is { } path ? BacklogReader.ReadFile(path, options) : null;
                backlogs.Add(BacklogReader.ReadFile(file, options) with { Archive = archive });
            }
            catch (InputException wrong)
            {
                errors.Add(wrong.Error);
            }
        }

        return backlogs.ToImmutable();
    }
}

using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Workspaces;

/// <summary>Opens the files of backlogs.</summary>
internal static class BacklogFiles
{
    /// <summary>Reads all backlogs, so that one run names everything that cannot be read.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="archiveOf">The archive of a backlog; null when it has none.</param>
    /// <param name="optionsOf">How a backlog is read.</param>
    /// <param name="errors">Receives what cannot be read.</param>
    /// <returns>The backlogs with their archives, in the order of the files; those that cannot be read are left out.</returns>
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
                var archive = archiveOf(file) is { } old ? BacklogReader.ReadFile(old, options) : null;
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

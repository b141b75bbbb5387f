using KaizenGate.Core.History;

namespace KaizenGate.Core.Inputs;

/// <summary>Files whose history is in git.</summary>
/// <param name="archiveOf">Returns the archive of a backlog; null without one.</param>
/// <param name="query">Which history to read.</param>
internal sealed class RepositoryFiles(Func<SourceFile, SourceFile?> archiveOf, HistoryQuery query) : IBacklogSource
{
    public bool Holds(SourceFile file) => true;

    public ImmutableArray<Evidence> Read(ImmutableArray<SourceFile> files, ImmutableArray<InputError>.Builder errors)
    {
        var evidence = new Evidence[files.Length];
        foreach (var (reader, positions) in Repositories.Begin(files, query))
        {
            using var history = reader;
            try
            {
                var before = errors.Count;
                var backlogs = history.ReadBacklogs(archiveOf, errors);
                if (errors.Count > before)
                {
                    continue;
                }

                var known = history.Read(backlogs);
                for (var i = 0; i < positions.Length; i++)
                {
                    evidence[positions[i]] = new Evidence(backlogs[i], known[i]);
                }
            }
            catch (InputException wrong)
            {
                errors.Add(wrong.Error);
            }
        }

        return [.. evidence];
    }
}

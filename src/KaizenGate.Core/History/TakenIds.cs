using System.Collections.Immutable;
using KaizenGate.History.Plumbing;
using KaizenGate.Workspaces;

namespace KaizenGate.History;

/// <summary>The ids that other versions of a backlog have taken.</summary>
public static class TakenIds
{
    /// <summary>The largest number behind a prefix in the index, in HEAD and on the local and remote-tracking branches; 0 when there is none.</summary>
    /// <param name="backlog">The backlog; absolute.</param>
    /// <param name="archive">Its archive, absolute, be it there or not.</param>
    /// <param name="prefix">What stands before the number.</param>
    /// <param name="mostDigits">Longer numbers do not count.</param>
    /// <param name="environment">That of the user.</param>
    public static int Largest(
        string backlog,
        string archive,
        string prefix,
        int mostDigits,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var path = RealPath.Of(backlog);
        var folder = Path.GetDirectoryName(path)!;
        if (Workspace.RepositoryAbove(folder) is null || GitProgram.Find(environment) is not { } program)
        {
            return 0;
        }

        ImmutableArray<string> names = [Path.GetFileName(path)];
        if (Path.GetDirectoryName(archive) == folder)
        {
            names = names.Add(Path.GetFileName(archive));
        }

        var place = new GitPlace(program, folder, GitEnvironment.From(environment, inheritsRepository: true));
        return IdSearch.Largest(place, prefix, names, mostDigits);
    }
}

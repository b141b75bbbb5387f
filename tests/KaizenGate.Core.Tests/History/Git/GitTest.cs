using System.Collections.Immutable;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Tests.History.Git;

internal static class GitTest
{
    public static RepositoryLookup Open(GitSandbox sandbox, string? folder = null) =>
        Open(sandbox.UserEnvironment, folder ?? sandbox.Folder);

    public static RepositoryLookup Open(
        ImmutableDictionary<string, string> environment,
        string folder,
        bool inherits = true
    ) => GitRepository.Open(GitProgram.Find(environment), folder, environment, inherits);

    public static GitRepository Opened(GitSandbox sandbox, string? folder = null) =>
        Assert.IsType<OpenedRepository>(Open(sandbox, folder)).Git;

    public static string ReasonOf(RepositoryLookup opening) => Assert.IsType<UnreadableRepository>(opening).Reason;

    /// <summary>Reads blobs while another thread requests them.</summary>
    public static List<string> Contents(GitRepository git, IReadOnlyList<string> ids)
    {
        using var blobs = git.OpenBlobs();
        var requester = Task.Run(() =>
        {
            foreach (var id in ids)
            {
                blobs.Request(id);
            }

            blobs.Complete();
        });
        var content = Array.Empty<byte>();
        List<string> texts = [];
        foreach (var _ in ids)
        {
            var size = (int)blobs.Read(ref content, int.MaxValue).Size;
            texts.Add(System.Text.Encoding.UTF8.GetString(content, 0, size));
        }

        requester.GetAwaiter().GetResult();
        return texts;
    }
}

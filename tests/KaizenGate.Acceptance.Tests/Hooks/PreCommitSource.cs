using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>A repository with the current files of this one, and a folder in which pre-commit keeps what it builds from it.</summary>
public sealed class PreCommitSource : IAsyncLifetime
{
    private GitRepository repository = null!;

    public string Folder => repository.Folder;

    public string Home => repository.Around.PathOf("pre-commit");

    /// <summary>The only commit.</summary>
    public string Revision { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        var files = await Command.RunAsync(
            "git",
            ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            Repository.Root,
            Command.OwnEnvironment()
        );
        foreach (var file in files.MustSucceed().Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Repository.PathOf(file)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(repository.PathOf(file))!);
                File.Copy(Repository.PathOf(file), repository.PathOf(file));
            }
        }

        Revision = await repository.CommitAsync(Samples.AsOf);
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }
}

using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Baselines;

/// <summary>A repository whose backlog has one finding, KZ203, which is in its baseline.</summary>
public sealed class AcceptedRepository : IDisposable
{
    public const string Backlog = "IMPROVEMENTS.md";
    public const string Baseline = "kaizen.baseline.json";

    /// <summary>The last day of the entry: 90 days after <see cref="Samples.AsOf"/>.</summary>
    public const string LastDay = "2026-05-31";

    private readonly PackedTool tool;

    private AcceptedRepository(GitRepository git, PackedTool tool) => (Git, this.tool) = (git, tool);

    public GitRepository Git { get; }

    public static async Task<AcceptedRepository> CreateAsync(PackedTool tool)
    {
        var repository = new AcceptedRepository(await GitRepository.CreateAsync(), tool);
        await repository.WriteAsync("2026-02-20", BacklogText.WrongScore(1));
        (await repository.BaselineAsync("--reason", "before we began")).MustSucceed();
        await repository.Git.CommitAsync("2026-03-02", "Accept all findings");
        return repository;
    }

    public void Dispose() => Git.Dispose();

    /// <summary>Writes these items to the backlog and commits it.</summary>
    public Task<string> WriteAsync(string day, params string[] items) =>
        Git.Write(Backlog, BacklogText.Of(items)).CommitAsync(day);

    /// <summary>Runs <c>baseline</c> as of <see cref="Samples.AsOf"/>.</summary>
    public Task<Outcome> BaselineAsync(params string[] options) => BaselineAsOfAsync(Samples.AsOf, options);

    public Task<Outcome> BaselineAsOfAsync(string day, params string[] options) =>
        Git.RunAsync(tool, ["baseline", "--as-of", day, .. options]);

    public Task<Outcome> CheckAsync(params string[] options) => Git.CheckAsync(tool, options);

    public Task<Outcome> CheckAsOfAsync(string day, params string[] options) =>
        Git.RunAsync(tool, ["check", "--as-of", day, .. options]);

    /// <summary>Runs <c>check</c>.</summary>
    internal async Task<JsonVerdict> VerdictAsync() => JsonVerdict.Of(await CheckAsync("--format", "json"));
}

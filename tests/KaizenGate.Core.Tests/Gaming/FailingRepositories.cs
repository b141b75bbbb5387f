using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>Repositories that fail, to copy: making one takes many commits.</summary>
public sealed class FailingRepositories : IDisposable
{
    private readonly GitSandbox growing = new();
    private readonly GitSandbox idle = new();

    public FailingRepositories()
    {
        foreach (var (day, text) in FailingTeam.Revisions)
        {
            growing.Commit(day, (FailingTeam.Backlog, text));
        }

        idle.Commit(FailingTeam.Day(0), (FailingTeam.Backlog, FailingTeam.IdleText));
        // Until today, 2026-02-01, there is work elsewhere on three days of each week.
        foreach (var day in Enumerable.Range(57, 60).Where(day => day % 7 is 0 or 2 or 3))
        {
            growing.Commit(FailingTeam.Day(day), ("code", $"{day}"));
            idle.Commit(FailingTeam.Day(day), ("code", $"{day}"));
        }
    }

    public void Dispose()
    {
        growing.Dispose();
        idle.Dispose();
    }

    /// <summary>A copy of the repository of a <see cref="FailingTeam"/>.</summary>
    internal GamedRepository Growing() => new(growing);

    /// <summary>A copy of the repository of an idle team.</summary>
    internal GamedRepository Idle() => new(idle);
}

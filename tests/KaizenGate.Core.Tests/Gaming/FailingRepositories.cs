using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>Repositories that fail, to copy: making one takes many commits.</summary>
public sealed class FailingRepositories : IDisposable
{
    private readonly GitSandbox growing = new();
    private readonly GitSandbox idle = new();

    public FailingRepositories()
    {
        // Until today, 2026-02-01, there is work elsewhere on three days of each week.
        var elsewhere = Enumerable
            .Range(57, 60)
            .Where(day => day % 7 is 0 or 2 or 3)
            .Select(day => Change(FailingTeam.Day(day), "code", $"{day}"))
            .ToList();
        var backlogs = FailingTeam.Revisions.Select(one => Change(one.Day, FailingTeam.Backlog, one.Text));
        growing.CommitAll([.. backlogs, .. elsewhere]);
        idle.CommitAll([Change(FailingTeam.Day(0), FailingTeam.Backlog, FailingTeam.IdleText), .. elsewhere]);

        static (string Day, (string Path, string? Text)[] Files) Change(string day, string path, string text) =>
            (day, [(path, text)]);
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

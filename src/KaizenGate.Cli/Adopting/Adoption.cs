using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;

namespace KaizenGate.Cli.Adopting;

/// <summary>What <c>adopt</c> writes, and what follows from it.</summary>
/// <param name="Backlogs">The adopted backlogs as they are read with the new settings.</param>
/// <param name="NotAdopted">Other files that may be backlogs.</param>
/// <param name="Settings">The settings file.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="Verdict">The verdict with both.</param>
internal sealed record Adoption(
    ImmutableArray<Backlog> Backlogs,
    ImmutableArray<Backlog> NotAdopted,
    SettingsDraft Settings,
    RefreshedBaseline Baseline,
    Verdict Verdict
)
{
    /// <summary>The number of adopted improvements without an id.</summary>
    public int WithoutId => Backlogs.Sum(backlog => backlog.Improvements.Count(item => item.Id is null));

    /// <summary>Commands to run next.</summary>
    public ImmutableArray<string> Next =>
        [
            .. Paths is { Length: > 0 } paths
                ? [$"git add {paths} && git commit --message 'Adopt KaizenGate'"]
                : ImmutableArray<string>.Empty,
            Unscored > 0 ? $"{CommandLine.Name} list --sort score" : $"{CommandLine.Name} plan",
            $"{CommandLine.Name} init --github --hook --agents",
        ];

    /// <summary>The written files as arguments; null when a name has characters that a shell could interpret.</summary>
    private string? Paths => Written.All(IsHarmless) ? string.Join(' ', Written) : null;

    private ImmutableArray<string> Written =>
        [
            .. Settings.IsChange ? [Settings.Shown] : ImmutableArray<string>.Empty,
            .. Baseline.Baseline.Entries.IsEmpty ? ImmutableArray<string>.Empty : [Baseline.Baseline.File.Path],
        ];

    private static bool IsHarmless(string path) => path.Split('/').All(ItemReference.IsWord);

    private int Unscored =>
        Backlogs.Sum(backlog => backlog.Improvements.Count(item => item.IsOpen && item.Score is null));
}

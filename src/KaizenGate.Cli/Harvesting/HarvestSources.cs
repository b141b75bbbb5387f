using System.Collections.Immutable;

namespace KaizenGate.Cli.Harvesting;

/// <summary>What a harvest counts.</summary>
/// <param name="Sessions">Whether to read the transcripts of agents.</param>
/// <param name="Tests">Patterns of reports of tests.</param>
/// <param name="Warnings">Patterns of reports of warnings.</param>
/// <param name="Runs">Whether to ask GitHub for the runs of its workflows.</param>
internal sealed record HarvestSources(
    bool Sessions,
    ImmutableArray<string> Tests,
    ImmutableArray<string> Warnings,
    bool Runs
)
{
    /// <summary>Whether only commits are counted.</summary>
    public bool IsDefault => !Sessions && Tests.IsEmpty && Warnings.IsEmpty && !Runs;
}

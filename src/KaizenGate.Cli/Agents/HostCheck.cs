using System.Collections.Immutable;
using KaizenGate.Cli.Agents.Hosts;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Agents;

/// <summary>One try of a configured hook.</summary>
/// <param name="Milliseconds">How long it took; null when it was not called.</param>
/// <param name="Problem">What is wrong; null when nothing is.</param>
internal sealed record HookTry(int? Milliseconds, string? Problem);

/// <summary>What <c>agent doctor</c> found about a host.</summary>
/// <param name="Client">The host.</param>
internal sealed record HostCheck(AgentClient Client)
{
    /// <summary>The files from which it calls the hook; empty when it does not.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Whether the MCP server is configured; null when it has no file for that in a repository.</summary>
    public bool? HasServer { get; init; }

    /// <summary>A start; null when it was not tried.</summary>
    public HookTry? Start { get; init; }

    /// <summary>A stop; null when it was not tried.</summary>
    public HookTry? Stop { get; init; }

    /// <summary>The last real call; null without one.</summary>
    public SessionLogEntry? Last { get; init; }

    /// <summary>What else is wrong.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    public bool IsInstalled => !Files.IsEmpty;

    public bool HasProblem => !Problems.IsEmpty || Start?.Problem is not null || Stop?.Problem is not null;

    private static readonly JsonContract<HookTry> Try = new()
    {
        { "milliseconds", one => one.Milliseconds },
        { "problem", one => one.Problem },
    };

    /// <summary>The part of the document.</summary>
    public static JsonContract<HostCheck> Contract { get; } =
        new()
        {
            { "host", check => check.Client.Name },
            { "installed", check => check.IsInstalled },
            { "files", check => check.Files },
            { "server", check => check.HasServer },
            { "start", check => check.Start, Try },
            { "stop", check => check.Stop, Try },
            { "lastCall", check => check.Last is { } last ? SessionRun.Time(last.At) : null },
            { "lastOutcome", check => check.Last is { } last ? JsonText.Word(last.Outcome) : null },
            { "problems", check => check.Problems },
        };
}

using System.Collections.Immutable;
using CsCheck;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>No sequence of payloads makes the hook ask a session twice.</summary>
public sealed class NeverTwiceTests
{
    private static readonly string[] Sessions = ["one", "two", "../three"];

    private static readonly string[] Hosts =
    [
        "claude",
        "codex",
        "vscode",
        "copilot",
        "copilot-snake",
        "gemini",
        "cursor",
    ];

    private static readonly string[] Sources = ["startup", "resume", "compact", "clear", "new"];

    private static readonly string[] Broken =
    [
        "",
        "{",
        "[]",
        "{}",
        "{\"session_id\":\"one\"}",
        "\uFEFF{\"hook_event_name\":\"Stop\"}",
    ];

    private static readonly Gen<Step> Steps = Gen.OneOf(
        Gen.Select(Gen.Int[0, Hosts.Length - 1], Gen.Int[0, Sessions.Length - 1], Gen.Bool)
            .Select(
                (host, session, active) =>
                    new Step(
                        Sessions[session],
                        AgentRepository
                            .Payload($"{Hosts[host]}-stop")
                            .Replace(AgentRepository.Session, Sessions[session], StringComparison.Ordinal)
                            .Replace(
                                "\"stop_hook_active\": false",
                                $"\"stop_hook_active\": {(active ? "true" : "false")}",
                                StringComparison.Ordinal
                            )
                    )
            ),
        Gen.Select(Gen.Int[0, Hosts.Length - 1], Gen.Int[0, Sessions.Length - 1], Gen.Int[0, Sources.Length - 1])
            .Select(
                (host, session, source) =>
                    new Step(
                        Sessions[session],
                        AgentRepository
                            .Payload($"{Hosts[host]}-start")
                            .Replace(AgentRepository.Session, Sessions[session], StringComparison.Ordinal)
                            .Replace("\"startup\"", $"\"{Sources[source]}\"", StringComparison.Ordinal)
                    )
            ),
        Gen.Int[0, Broken.Length - 1].Select(at => new Step("", Broken[at])),
        Gen.Int[0, 3].Select(action => new Step("", null, action))
    );

    [Fact]
    public void Each_session_is_asked_at_most_once_and_some_are()
    {
        var asked = 0;
        Steps
            .Array[5, 25]
            .Sample(
                steps =>
                {
                    using var repository = new AgentRepository();
                    var counts = new Dictionary<string, int>(StringComparer.Ordinal);
                    foreach (var session in Sessions)
                    {
                        repository.Start(session);
                    }

                    repository.Change();
                    foreach (var step in steps)
                    {
                        if (step.Payload is null)
                        {
                            Act(repository, step.Action);
                        }
                        else if (AgentRepository.Asks(repository.Hook(step.Payload)))
                        {
                            counts[step.Session] = counts.GetValueOrDefault(step.Session) + 1;
                            Interlocked.Increment(ref asked);
                        }
                    }

                    return counts.Values.All(count => count == 1);
                },
                iter: Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 400 : 12,
                threads: 2
            );

        Assert.NotEqual(0, asked);
    }

    private static void Act(AgentRepository repository, int action)
    {
        switch (action)
        {
            case 0:
                repository.Git.Commit("2026-03-02T10:00:00Z");
                break;
            case 1:
                repository.Run.Time = repository.Run.Time.AddHours(3);
                break;
            default:
                repository.Change();
                break;
        }
    }

    /// <summary>A call of the hook, or what happens between two.</summary>
    /// <param name="Session">The session; empty for none.</param>
    /// <param name="Payload">The payload; null for an action.</param>
    /// <param name="Action">The action.</param>
    internal sealed record Step(string Session, string? Payload, int Action = 0);
}

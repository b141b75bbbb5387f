using KaizenGate.Core.Agents;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Agents;

/// <summary>Shows a session, or records why there is nothing to capture in it.</summary>
internal sealed class SessionRun
{
    private readonly Host host;
    private readonly SessionFolder sessions;

    /// <exception cref="InputException">There is no repository.</exception>
    public SessionRun(Host host)
    {
        this.host = host;
        sessions = Folder(host);
    }

    /// <summary>The document.</summary>
    public static JsonContract<(SessionState State, BacklogDelta Delta)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "session", one => one.State.Key },
            { "host", one => AgentHosts.NameOf(one.State.Host) },
            { "startedAt", one => Time(one.State.StartedAt) },
            { "askedAt", one => one.State.AskedAt is { } asked ? Time(asked) : null },
            { "captured", one => one.Delta.Captured },
            { "seen", one => one.Delta.Seen },
            { "completed", one => one.Delta.Completed },
            { "none", one => one.State.None },
        };

    /// <summary>The sessions of the repository of the working folder.</summary>
    /// <exception cref="InputException">There is no repository.</exception>
    public static SessionFolder Folder(Host host) =>
        SessionFolder.Of(host.WorkingFolder)
        ?? throw new InputException(
            "not a git repository",
            "Sessions are recorded in git's folder; run this in a repository."
        );

    /// <summary>Formats a time for programs.</summary>
    public static string Time(DateTimeOffset time) => $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";

    /// <param name="start">The start of a key; null for the last session.</param>
    /// <param name="none">Why there is nothing to capture; null to show the session.</param>
    /// <param name="isJson">Whether to print JSON.</param>
    /// <exception cref="InputException">There is no such session, or the reason says nothing.</exception>
    public int Run(string? start, string? none, bool isJson)
    {
        var state = Find(start);
        if (none is not null)
        {
            state = Record(state, Reason(none));
        }

        var delta = DeltaOf(state);
        if (isJson)
        {
            Contract.Write(host.Output, (state, delta));
        }
        else if (none is not null)
        {
            host.Text.WriteLine(
                $"recorded for session {SessionKey.Shown(state.Key)}: nothing to capture ({LogText.Message(state.None!)})"
            );
        }
        else
        {
            Print(state, delta);
        }

        return ExitCode.Passed;
    }

    private void Print(SessionState state, BacklogDelta delta)
    {
        host.Text.WriteLine(
            $"session {SessionKey.Shown(state.Key)} of {AgentHosts.NameOf(state.Host)}, since {state.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
        );
        host.Text.WriteLine($"{delta.Captured} captured, {delta.Seen} seen again, {delta.Completed} completed");
        host.Text.WriteLine(
            state.AskedAt is { } asked ? $"asked at {asked.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "not asked yet"
        );
        if (state.None is { } reason)
        {
            host.Text.WriteLine($"nothing to capture: {LogText.Message(reason)}");
        }
    }

    /// <summary>The session that was asked last and has not answered, else the one that was seen last; those of this working tree come first.</summary>
    private SessionState Find(string? start)
    {
        var root = RealPath.Of(sessions.Root);
        var all = sessions
            .All()
            .Where(state => !state.IsProbe)
            .Where(state => start is null || state.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(state => state.Work?.Root == root)
            .ThenByDescending(state => state is { AskedAt: not null, None: null })
            .ThenByDescending(state => state.AskedAt ?? state.SeenAt)
            .ToList();
        if (start is not null && all.Count > 1)
        {
            throw new InputException($"{all.Count} sessions begin with {Quote.Of(start)}", "Give more digits.");
        }

        return all.FirstOrDefault()
            ?? throw (
                start is null
                    ? new InputException(
                        "no session of an agent was recorded here",
                        $"Install the hooks with `{CommandLine.Name} agent install`, and start a new session."
                    )
                    : new InputException(
                        $"no session begins with {Quote.Of(start)}",
                        $"`{CommandLine.Name} agent log` lists them."
                    )
            );
    }

    /// <exception cref="InputException">It says nothing.</exception>
    private string Reason(string text)
    {
        var settings = SettingsLoader
            .Load(
                host.WorkingFolder,
                [.. RuleCatalog.All.Select(rule => rule.Known)],
                host.Environment,
                new SettingsOverrides()
            )
            .Settings;
        var (words, least) = (WrittenReason.Words(text), SessionCapturedNothing.MinReasonWords(settings));
        return words >= least
            ? text.ReplaceLineEndings(" ").Trim()
            : throw new InputException(
                $"the reason {Quote.Of(text)} has {Wording.Count(words, "word")} with a meaning",
                $"Say in at least {Wording.Count(least, "word")} why there is nothing to capture."
            );
    }

    private SessionState Record(SessionState state, string reason)
    {
        try
        {
            using var file = sessions.Open(state.Key);
            var recorded = (file.State ?? state) with { None = reason };
            file.Write(recorded);
            sessions.Log.Append(
                new(host.Time.GetUtcNow(), recorded.Host, AgentEventKind.Other, recorded.Key, HookOutcome.Answered)
                {
                    None = reason,
                }
            );
            return recorded;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the session cannot be recorded: {failed.Message.TrimEnd('.')}",
                "Check the permissions of git's folder."
            );
        }
    }

    private BacklogDelta DeltaOf(SessionState state) =>
        state.Backlog is { } before && SessionBacklogs.Read(host) is { } now ? now.Mark().Since(before) : default;
}

using System.Text;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Rules.Capture;

namespace KaizenGate.Cli.Agents;

/// <summary>
/// One call of the hook by the host of an agent. Whatever goes wrong, the session goes on: the exit code is always 0, because hosts take
/// 2 for a request, and the log says what went wrong.
/// </summary>
internal sealed class HookRun(Host host)
{
    /// <summary>The largest payload; the last message of an agent is in it.</summary>
    private const int MostCharacters = 4 * 1024 * 1024;

    /// <summary>Two firings of one start within this time are the same start, which two files of hooks report.</summary>
    private static readonly TimeSpan DoubleFiring = TimeSpan.FromSeconds(10);

    /// <summary>The silence after which git counts as hanging.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly long began = host.Time.GetTimestamp();
    private readonly DateTimeOffset now = host.Time.GetUtcNow();

    private AgentEvent? from;
    private SessionFolder? sessions;
    private BacklogDelta delta;
    private string? none;
    private bool isAnswered;

    public int Run()
    {
        if (host.InputIsTerminal)
        {
            host.ErrorText.WriteLine(
                "The hosts of agents call this, with JSON on standard input. "
                    + $"`{CommandLine.Name} agent doctor` shows what they would get."
            );
            return ExitCode.Passed;
        }

        try
        {
            Answer();
        }
        catch (InputException wrong)
        {
            Fail(wrong.Error.ToString());
        }
        catch (GitException failed)
        {
            Fail(failed.Reason);
        }
#pragma warning disable CA1031 // A bug in this program must not stop an agent.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Fail($"{bug.GetType().Name}: {bug.Message}");
        }

        return ExitCode.Passed;
    }

    private void Answer()
    {
        from = Input() is { } text ? AgentPayload.Read(Encoding.UTF8.GetBytes(text)) : null;
        if (from is null)
        {
            sessions = SessionFolder.Of(host.WorkingFolder);
            Fail($"the payload is not a JSON object of up to {MostCharacters / 1024 / 1024} MB");
            return;
        }

        var there = host.In(ProjectFolder.Of(host, from));
        sessions = SessionFolder.Of(there.WorkingFolder);
        if (sessions is null || from.Kind is AgentEventKind.Other)
        {
            Say(null);
            return;
        }

        if (from.Kind is AgentEventKind.Stop && StopDecision.BeforeFiles(from) is { } early)
        {
            Say(null);
            Log(HookOutcome.Silent, early);
            return;
        }

        if (SessionBacklogs.Read(there, withHistory: from.Kind is AgentEventKind.Start) is not { } backlogs)
        {
            Say(null);
        }
        else if (from.Kind is AgentEventKind.Start)
        {
            Start(there, backlogs);
        }
        else
        {
            Stop(there, backlogs);
        }
    }

    private void Start(Host there, SessionBacklogs backlogs)
    {
        var text = SessionText.Start(backlogs.Briefing());
        if (from!.Session is not { } id)
        {
            Say(text);
            Log(HookOutcome.Told);
            return;
        }

        var key = SessionKey.Of(id);
        var isTold = false;
        try
        {
            using var file = sessions!.Open(key);
            // A session whose file is damaged may have been asked.
            var before = file.IsDamaged ? NewState(key) with { AskedAt = now } : file.State;
            isTold = IsTold(before, SessionKey.Of(text));
            file.Write(Started(there, backlogs, before, key, isTold ? null : SessionKey.Of(text)));
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or GitException or InputException)
        {
            // The end of a session whose start is not recorded is not asked.
            Say(isTold ? null : text);
            throw;
        }

        Say(isTold ? null : text);
        Log(isTold ? HookOutcome.Silent : HookOutcome.Told, isTold ? Silence.AlreadyTold : null);
        sessions.Sweep(now);
    }

    /// <summary>The state of a session that starts or goes on.</summary>
    /// <param name="there">The environment, in the folder of the session.</param>
    /// <param name="backlogs">Its backlogs.</param>
    /// <param name="before">Its state before; null when it is new.</param>
    /// <param name="key">Its key.</param>
    /// <param name="told">The hash of what it is told now; null for nothing.</param>
    private SessionState Started(Host there, SessionBacklogs backlogs, SessionState? before, string key, string? told)
    {
        var state = (before ?? NewState(key)) with
        {
            SeenAt = now,
            Told = told ?? before?.Told,
            ToldAt = told is null ? before?.ToldAt : now,
            Backlog = before?.Backlog ?? backlogs.Mark(),
        };
        // After a summary the work goes on. A session that is taken up again did not make what was changed meanwhile.
        return from!.Source == "compact" && before?.Work?.Root == Root
            ? state
            : state with
            {
                Work = Work(there, backlogs).Mark(),
                StartedAt = now,
            };
    }

    /// <summary>The root of the working tree, without links.</summary>
    private string Root => RealPath.Of(sessions!.Root);

    /// <summary>Whether the session knows the context: it was told the same, and has not lost it since.</summary>
    private bool IsTold(SessionState? state, string hash) =>
        state?.Told == hash && (from!.Source is not ("compact" or "clear") || now - state.ToldAt < DoubleFiring);

    private void Stop(Host there, SessionBacklogs backlogs)
    {
        var key = SessionKey.Of(from!.Session!);
        using var file = sessions!.Open(key);
        if (file.IsDamaged)
        {
            throw new IOException("the file of the session is damaged");
        }

        var mark = backlogs.Mark();
        var work = new Lazy<WorkReader>(() => Work(there, backlogs));
        var isKnown = file.State is { Work: { } start, Backlog: not null } && start.Root == Root;
        var state = isKnown
            ? file.State! with
            {
                SeenAt = now,
            }
            : (file.State ?? NewState(key)) with
            {
                SeenAt = now,
                StartedAt = now,
                Work = work.Value.Mark(),
                Backlog = mark,
            };
        delta = mark.Since(state.Backlog!);
        none = state.None;
        var change = new Lazy<WorkChange>(() =>
            from.IsProbe
                ? new WorkChange(HasChanged: true, Reason: null)
                : work.Value.Since(
                    state.Work!,
                    state.StartedAt,
                    SessionCapturedNothing.MinReasonWords(backlogs.Settings)
                )
        );
        var why = StopDecision.Of(
            new StopFacts(from, isKnown || state.AskedAt is not null ? state : null, delta, () => change.Value)
        );
        if (why is Silence.ReasonInCommit || (why is Silence.AlreadyAsked && none is null && delta.IsNone))
        {
            none = change.Value.Reason;
        }

        // Whatever happens to the answer, a second one must not follow.
        file.Write(why is null ? state with { AskedAt = now } : state);
        Say(why is null ? Request(backlogs, key) : null);
        Log(why is null ? HookOutcome.Asked : HookOutcome.Silent, why);
    }

    private string Request(SessionBacklogs backlogs, string key)
    {
        // Each takes about as long as the other.
        var frictions = Background.Run(() => TranscriptFrictions.Of(from!.TranscriptPath, Root, host.Environment));
        return SessionText.Ask(backlogs.Briefing(), frictions.GetAwaiter().GetResult(), key);
    }

    private SessionState NewState(string key) =>
        new()
        {
            Key = key,
            Host = from!.Host,
            StartedAt = now,
            SeenAt = now,
            IsProbe = from.IsProbe,
        };

    /// <exception cref="InputException">The repository cannot be read.</exception>
    private WorkReader Work(Host there, SessionBacklogs backlogs)
    {
        var program = GitProgram.Find(host.Environment);
        return GitRepository.Open(
            program is null ? null : program with { Patience = Patience },
            Root,
            there.Environment,
            inheritsRepository: false
        ) switch
        {
            OpenedRepository opened => new WorkReader(opened.Git, backlogs.Paths(Root)),
            UnreadableRepository blind => throw new InputException(blind.Reason, "Check the repository."),
            _ => throw new InputException("there is no repository", "Check the repository."),
        };
    }

    /// <summary>Reads standard input to its end; null when it is too long.</summary>
    private string? Input()
    {
        var buffer = new char[64 * 1024];
        var text = new StringBuilder();
        for (int read; (read = host.Input.Read(buffer, 0, buffer.Length)) > 0; )
        {
            text.Append(buffer, 0, read);
            if (text.Length > MostCharacters)
            {
                return null;
            }
        }

        return text.ToString().TrimStart('\uFEFF');
    }

    /// <summary>Answers once; nothing when the payload is not that of a host.</summary>
    private void Say(string? text)
    {
        if (!isAnswered && from is not null)
        {
            isAnswered = true;
            AgentAnswer.Write(host.Output, from, text);
            host.Output.Flush();
        }
    }

    private void Fail(string problem)
    {
        try
        {
            Say(null);
        }
        catch (IOException)
        {
            // The host reads no answer.
        }

        Log(HookOutcome.Failed, problem: problem);
    }

    /// <summary>Records the call, except in a repository that has neither a backlog nor earlier sessions, and except for probes.</summary>
    private void Log(HookOutcome outcome, Silence? why = null, string? problem = null)
    {
        if (
            sessions is null
            || from?.IsProbe == true
            || (outcome is HookOutcome.Failed && from is null && !Directory.Exists(sessions.Folder))
        )
        {
            return;
        }

        sessions.Log.Append(
            new(
                now,
                from?.Host,
                from?.Kind ?? AgentEventKind.Other,
                from?.Session is { } id ? SessionKey.Of(id) : null,
                outcome
            )
            {
                Why = why,
                Delta = delta,
                None = none,
                Problem = problem,
                Milliseconds = (int)host.Time.GetElapsedTime(began).TotalMilliseconds,
            }
        );
    }
}

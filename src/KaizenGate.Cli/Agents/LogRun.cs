using System.Collections.Immutable;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Agents;

/// <summary>Prints the last calls of the hook.</summary>
internal sealed class LogRun(Host host)
{
    private static readonly JsonContract<SessionLogEntry> Entry = new()
    {
        { "at", entry => SessionRun.Time(entry.At) },
        { "host", entry => entry.Host is { } host ? AgentHosts.NameOf(host) : null },
        { "event", entry => JsonText.Word(entry.Kind) },
        { "session", entry => entry.Session },
        { "outcome", entry => JsonText.Word(entry.Outcome) },
        { "why", entry => JsonText.WordOrNull(entry.Why) },
        { "captured", entry => entry.Delta.Captured },
        { "seen", entry => entry.Delta.Seen },
        { "completed", entry => entry.Delta.Completed },
        { "none", entry => entry.None },
        { "problem", entry => entry.Problem },
        { "milliseconds", entry => entry.Milliseconds },
    };

    /// <summary>The document.</summary>
    public static JsonContract<ImmutableArray<SessionLogEntry>> Contract { get; } =
        new() { { "schemaVersion", _ => 1 }, { "entries", entries => entries, Entry } };

    /// <param name="last">The number of calls.</param>
    /// <param name="isJson">Whether to print JSON.</param>
    /// <exception cref="InputException">There is no repository.</exception>
    public int Run(int last, bool isJson)
    {
        ImmutableArray<SessionLogEntry> entries = [.. SessionRun.Folder(host).Log.Read().TakeLast(last)];
        if (isJson)
        {
            Contract.Write(host.Output, entries);
        }
        else if (entries.IsEmpty)
        {
            host.Text.WriteLine("The hook was not called yet.");
        }

        foreach (var entry in isJson ? [] : entries)
        {
            host.Text.WriteLine(Line(entry));
        }

        return ExitCode.Passed;
    }

    /// <summary>Returns a call as a line: <c>2026-03-02 09:00  3f2a9c1b  Claude Code  stop   silent: nothing was changed</c>.</summary>
    public static string Line(SessionLogEntry entry)
    {
        var session = entry.Session is { } key ? SessionKey.Shown(key) : "-";
        var name = entry.Host is { } host ? AgentHosts.NameOf(host) : "-";
        return $"{entry.At.UtcDateTime:yyyy-MM-dd HH:mm}  {LogText.Of(session), -8}  {name, -11}  {JsonText.Word(entry.Kind), -5}  {What(entry)}";
    }

    private static string What(SessionLogEntry entry) =>
        entry.Outcome switch
        {
            HookOutcome.Told => "briefed",
            HookOutcome.Asked => "asked",
            HookOutcome.Answered => $"nothing to capture: {LogText.Message(entry.None ?? "")}",
            HookOutcome.Failed => $"failed: {LogText.Message(entry.Problem ?? "")}",
            _ when entry.Why is Silence.AlreadyAsked && !entry.Delta.IsNone => $"answered: {Counts(entry.Delta)}",
            _ when entry.Why is Silence.Captured => Counts(entry.Delta),
            _ => $"silent: {Words(entry.Why)}",
        };

    private static string Counts(BacklogDelta delta) =>
        Wording.And([
            .. new (int Count, string Word)[]
            {
                (delta.Captured, "captured"),
                (delta.Seen, "seen again"),
                (delta.Completed, "completed"),
            }
                .Where(one => one.Count > 0)
                .Select(one => $"{one.Count} {one.Word}"),
        ]);

    private static string Words(Silence? why) =>
        why switch
        {
            Silence.AlreadyTold => "it knows the context",
            Silence.NoSession => "the payload has no session",
            Silence.SubAgent => "a sub-agent stopped",
            Silence.Aborted => "the turn was stopped",
            Silence.BackgroundWork => "it waits for work in the background",
            Silence.Continued => "another hook continued the turn",
            Silence.AlreadyAsked => "it was asked before",
            Silence.StartNotSeen => "its start was not seen",
            Silence.ReasonRecorded => "a reason was recorded",
            Silence.ReasonInCommit => "a commit has a reason",
            Silence.NothingChanged => "it changed nothing but backlogs and Markdown",
            _ => "nothing to say",
        };
}

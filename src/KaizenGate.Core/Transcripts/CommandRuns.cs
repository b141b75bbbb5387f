namespace KaizenGate.Core.Transcripts;

/// <summary>The runs of one command in a session.</summary>
internal sealed class CommandRuns(CommandName name)
{
    public CommandName Name { get; } = name;

    /// <summary>The runs that ended by themselves, in their order.</summary>
    public List<CommandRun> Ended { get; } = [];

    /// <summary>How often it was not allowed to run.</summary>
    public int Refused { get; private set; }

    /// <summary>Groups the calls of a session by the name of their command.</summary>
    public static Dictionary<string, CommandRuns> Of(ImmutableArray<ToolCall> calls)
    {
        var all = new Dictionary<string, CommandRuns>(StringComparer.Ordinal);
        var names = new Dictionary<string, CommandName?>(StringComparer.Ordinal);
        var edits = 0;
        var free = DateTimeOffset.MinValue;
        for (var place = 0; place < calls.Length; place++)
        {
            var call = calls[place];
            if (call is { Action: ToolAction.Edit, HasResult: true, Failed: false })
            {
                edits++;
            }

            if (call is not { Action: ToolAction.Run, Command: { } command, HasResult: true })
            {
                continue;
            }

            if (!names.TryGetValue(command, out var name))
            {
                name = CommandName.Of(command);
                names.Add(command, name);
            }

            if (name is { } known)
            {
                if (!all.TryGetValue(known.Text, out var runs))
                {
                    runs = new CommandRuns(known);
                    all.Add(known.Text, runs);
                }

                runs.Add(call, place, edits, ref free);
            }

            edits += !call.Failed && CommandName.EditsFiles(command) ? 1 : 0;
        }

        return all;
    }

    /// <summary>
    /// The failures that are not part of the work. One of a check counts if it ran again without a change in between and failed again,
    /// or if it could not run at all.
    /// </summary>
    public IEnumerable<CommandRun> Repeated()
    {
        for (var i = 0; i < Ended.Count; i++)
        {
            var run = Ended[i];
            var counts = run.Failure switch
            {
                null or FailureKind.TimedOut => false,
                _ when Name.Purpose == CommandPurpose.Look => false,
                FailureKind.CommandNotFound or FailureKind.AccessDenied => true,
                _ when Name.Purpose == CommandPurpose.Act => true,
                _ => IsSame(i - 1, run) || IsSame(i + 1, run),
            };
            if (counts)
            {
                yield return run;
            }
        }
    }

    /// <summary>Whether a run failed without a change between it and another one.</summary>
    private bool IsSame(int index, CommandRun run) =>
        index >= 0
        && index < Ended.Count
        && Ended[index] is { Failure: not null and not FailureKind.TimedOut } other
        && other.Edits == run.Edits;

    private void Add(ToolCall call, int place, int edits, ref DateTimeOffset free)
    {
        switch (call.Failure)
        {
            case FailureKind.Refused:
                Refused++;
                return;
            case FailureKind.Interrupted:
                return;
            default:
                Ended.Add(new CommandRun(place, edits, call.Start, Waited(call, ref free), call.Failure));
                return;
        }
    }

    /// <summary>The time that a call took, without the part in which an earlier one ran too.</summary>
    /// <param name="free">The end of all earlier calls.</param>
    private static TimeSpan Waited(ToolCall call, ref DateTimeOffset free)
    {
        if (
            call is not { Start: { } start, Duration: { } duration, IsInBackground: false }
            || (!call.IsMeasured && duration > SessionFrictions.LongestUnmeasured)
            || duration > DateTimeOffset.MaxValue - start
        )
        {
            return TimeSpan.Zero;
        }

        var end = start + duration;
        var waited = end - (start > free ? start : free);
        free = end > free ? end : free;
        return waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
    }
}

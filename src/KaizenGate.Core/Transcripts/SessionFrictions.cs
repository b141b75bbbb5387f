using KaizenGate.Core.Masking;

namespace KaizenGate.Core.Transcripts;

/// <summary>
/// The frictions of one session. Failures that are part of the work do not count: a check that fails, a change, and the check again; a
/// search that finds nothing; what a person interrupted.
/// </summary>
/// <param name="Frictions">What slowed the agent down.</param>
/// <param name="Commands">The commands that ran.</param>
internal sealed record SessionFrictions(ImmutableArray<Friction> Frictions, ImmutableArray<CommandUse> Commands)
{
    /// <summary>From here, a run counts as waiting.</summary>
    internal static readonly TimeSpan LongRun = TimeSpan.FromMinutes(1);

    /// <summary>A longer run that the host did not measure contains the time in which a person was away.</summary>
    internal static readonly TimeSpan LongestUnmeasured = TimeSpan.FromMinutes(10);

    /// <summary>A repair that takes longer is work.</summary>
    internal static readonly TimeSpan LongestRepair = TimeSpan.FromMinutes(30);

    /// <summary>More reads of one file than this are a sign that it is hard to find something in it.</summary>
    internal const int UsualReads = 10;

    /// <summary>Fewer missed edits of one file are usual for agents.</summary>
    internal const int LeastMisses = 3;

    /// <summary>Finds the frictions of a session.</summary>
    /// <param name="calls">The calls of one transcript in their order.</param>
    /// <param name="root">The root of the repository; files outside do not count. Absolute.</param>
    public static SessionFrictions Of(ImmutableArray<ToolCall> calls, string root)
    {
        var runs = CommandRuns.Of(calls);
        return new(
            [.. runs.Values.SelectMany(OfCommand), .. Repairs.In(runs), .. OfFiles(calls, root)],
            [
                .. runs
                    .Values.Where(run => run.Ended.Count > 0)
                    .Select(run => new CommandUse(
                        run.Name.Text,
                        run.Ended.Count,
                        run.Ended.Count(one => one.Failure is not null),
                        run.Ended.Count(one => one.Waited > LongRun)
                    )),
            ]
        );
    }

    /// <summary>
    /// Returns the frictions of one transcript that are worth a question, the costliest first: commands that failed again without a
    /// change, or until another one ran, and waits of over two minutes.
    /// </summary>
    /// <param name="calls">The calls of the transcript.</param>
    /// <param name="root">The root of the repository; absolute.</param>
    /// <param name="most">The largest number.</param>
    public static ImmutableArray<Friction> Notable(ImmutableArray<ToolCall> calls, string root, int most = 3)
    {
        var notable = Of(calls, root)
            .Frictions.Where(IsNotable)
            .OrderByDescending(friction => friction.Lost)
            .ThenByDescending(friction => friction.Count);

        // A command that failed until another one ran has one cause.
        return [.. notable.DistinctBy(friction => friction.Subject).Take(most)];
    }

    private static bool IsNotable(Friction friction) =>
        friction.Kind switch
        {
            FrictionKind.Waits => friction.Lost > 2 * LongRun,
            FrictionKind.Fails or FrictionKind.Refused => friction.Count >= 2,
            _ => true,
        };

    private static IEnumerable<Friction> OfCommand(CommandRuns command)
    {
        var name = command.Name.Text;
        var failures = command.Repeated().ToList();
        if (failures.Count > 0)
        {
            yield return new(FrictionKind.Fails, name, failures.Count, Sum(failures));
        }

        var timeouts = command.Ended.Where(run => run.Failure == FailureKind.TimedOut).ToList();
        if (timeouts.Count > 0)
        {
            yield return new(FrictionKind.TimesOut, name, timeouts.Count, Sum(timeouts));
        }

        // What timed out is counted as that.
        var waits = command.Ended.Where(run => run.Waited > LongRun && run.Failure != FailureKind.TimedOut).ToList();
        if (waits.Count > 0)
        {
            yield return new(FrictionKind.Waits, name, waits.Count, Sum(waits));
        }

        if (command.Refused > 0)
        {
            yield return new(FrictionKind.Refused, name, command.Refused, TimeSpan.Zero);
        }
    }

    private static IEnumerable<Friction> OfFiles(ImmutableArray<ToolCall> calls, string root)
    {
        var misses = new Dictionary<string, int>(StringComparer.Ordinal);
        var reads = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            if (call.File is null || RepositoryPath(call.File, root) is not { } path)
            {
                continue;
            }

            if (call is { Action: ToolAction.Edit, Failure: FailureKind.TextNotFound })
            {
                misses[path] = misses.GetValueOrDefault(path) + 1;
            }
            else if (call is { Action: ToolAction.Read, Failed: false })
            {
                reads[path] = reads.GetValueOrDefault(path) + 1;
            }
        }

        return
        [
            .. misses
                .Where(one => one.Value >= LeastMisses)
                .Select(one => new Friction(FrictionKind.EditMisses, one.Key, one.Value, TimeSpan.Zero)),
            .. reads
                .Where(one => one.Value > UsualReads)
                .Select(one => new Friction(FrictionKind.Rereads, one.Key, one.Value, TimeSpan.Zero)),
        ];
    }

    /// <summary>The path of a file in the repository, masked; null for one outside of it.</summary>
    private static string? RepositoryPath(string file, string root)
    {
        if (file.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var relative = Path.GetRelativePath(root, Path.GetFullPath(file, root)).Replace('\\', '/');
        return
            relative is "." or ".."
            || relative.StartsWith("../", StringComparison.Ordinal)
            || Path.IsPathRooted(relative)
            ? null
            : Escaping.VisibleText.Cut(MaskedText.Of(relative), 200);
    }

    private static TimeSpan Sum(List<CommandRun> runs) => TimeSpan.FromTicks(runs.Sum(run => run.Waited.Ticks));
}

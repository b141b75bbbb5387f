namespace KaizenGate.Core.Transcripts;

/// <summary>Finds commands that failed and passed after another command, without a change of a file in between.</summary>
internal static class Repairs
{
    /// <summary>A command that passes so many calls later passes for another reason.</summary>
    private const int MostCalls = 25;

    public static IEnumerable<Friction> In(Dictionary<string, CommandRuns> commands)
    {
        var others = commands
            .Values.Where(command => command.Name.Purpose != CommandPurpose.Look)
            .SelectMany(command => command.Ended, (command, run) => (command.Name.Text, Run: run))
            .OrderBy(one => one.Run.Place)
            .ToList();
        return commands
            .Values.Where(command => command.Name.Purpose != CommandPurpose.Look)
            .SelectMany(command => Of(command, others));
    }

    private static IEnumerable<Friction> Of(CommandRuns command, List<(string Name, CommandRun Run)> others) =>
        command
            .Ended.Zip(command.Ended.Skip(1))
            .Where(pair => IsRepaired(pair.First, pair.Second))
            .Select(pair => (Remedy: Between(others, pair.First, pair.Second), Lost: Lost(pair.First, pair.Second)))
            .Where(one => one.Remedy is not null)
            .GroupBy(one => one.Remedy!, one => one.Lost, StringComparer.Ordinal)
            .Select(group => new Friction(
                FrictionKind.Repaired,
                command.Name.Text,
                group.Count(),
                TimeSpan.FromTicks(group.Sum(lost => lost.Ticks)),
                group.Key
            ));

    private static bool IsRepaired(CommandRun failed, CommandRun passed) =>
        failed.Failure is not null
        && passed.Failure is null
        && failed.Edits == passed.Edits
        && passed.Place - failed.Place <= MostCalls;

    /// <summary>The last other command that succeeded between two runs; null without one.</summary>
    private static string? Between(List<(string Name, CommandRun Run)> others, CommandRun failed, CommandRun passed)
    {
        string? last = null;
        for (var i = FirstAfter(others, failed.Place); i < others.Count && others[i].Run.Place < passed.Place; i++)
        {
            last = others[i].Run.Failure is null ? others[i].Name : last;
        }

        return last;
    }

    private static int FirstAfter(List<(string Name, CommandRun Run)> runs, int place)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].Run.Place <= place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The time from the start of the failure to the start of the run that passed; that of the failure when it is unlikely long.</summary>
    private static TimeSpan Lost(CommandRun failed, CommandRun passed) =>
        passed.Start - failed.Start is { } time && time >= TimeSpan.Zero && time <= SessionFrictions.LongestRepair
            ? time
            : failed.Waited;
}

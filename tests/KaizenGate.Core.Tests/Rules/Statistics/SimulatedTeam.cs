using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>A team that captures and completes at random, as <c>docs/statistics.md</c> describes it.</summary>
internal sealed class SimulatedTeam(Random random, double rate)
{
    private const double CapturedAWeek = 3;

    private static readonly DateOnly Start = new(2025, 1, 6);

    private static readonly Improvement[] Items =
    [
        .. Enumerable.Range(0, 400).Select(number => Sample.Item($"item {number}")),
    ];

    private readonly List<TimelineEvent> events = [];
    private int week;
    private int captured;
    private int completed;

    /// <summary>Lets a week pass. What is completed was captured first, or was in the backlog when its history began.</summary>
    public void Work()
    {
        var day = Start.AddDays((7 * week) + 2);
        for (var left = Poisson(random, CapturedAWeek); left > 0; left--)
        {
            events.Add(new(TimelineEventKind.Captured, Items[captured++].Key, day, "c0ffee"));
        }

        for (var left = Poisson(random, CapturedAWeek * rate); left > 0; left--)
        {
            var key = completed < captured ? Items[completed].Key : $"stock {completed}";
            completed++;
            events.Add(new(TimelineEventKind.Completed, key, day, "c0ffee"));
        }

        week++;
    }

    /// <summary>What a rule says at the end of the last week. Where more was completed than captured, nothing is open.</summary>
    public RuleResult[] Check(Rule rule)
    {
        var backlog = new Backlog
        {
            File = SourceFile.Named("IMPROVEMENTS.md"),
            Improvements = [.. Items.AsSpan(Math.Min(completed, captured), Math.Max(0, captured - completed))],
        };
        var context = Sample.Context(rule, backlog) with
        {
            AsOf = Start.AddDays((7 * week) - 1),
            Timeline = new Timeline(Start, [.. events])
            {
                CommitDays = [.. events.Select(one => one.Date).Distinct().Order()],
            },
        };
        return [.. rule.Check(context)];
    }

    /// <summary>A Poisson number by Knuth's product of uniform ones.</summary>
    public static int Poisson(Random random, double mean)
    {
        var limit = Math.Exp(-mean);
        var number = 0;
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
        {
            number++;
        }

        return number;
    }
}

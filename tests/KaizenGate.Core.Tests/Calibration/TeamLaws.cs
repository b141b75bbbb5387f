namespace KaizenGate.Core.Tests.Calibration;

/// <summary>The rows of the calibration table. Rates are per week; every number is Poisson.</summary>
internal static class TeamLaws
{
    /// <summary>The share of working days with a commit elsewhere in the repository.</summary>
    private const double Busy = 0.8;

    public static TeamLaw[] All { get; } =
    [
        new("3 in, 2 done, 1 rejected, pruned after 30 days", Steady(3, 2, 1), 0.01, 0.03) { PrunesAfter = 30 },
        new("3 in, 3 done", Steady(3, 3), 0.01, 0.05),
        new("1 in, 1 done", Steady(1, 1), 0.03, 0.08),
        new("1.5 in, 1 done, 0.5 rejected", Steady(1.5, 1, 0.5), 0.03, 0.08),
        new("one person: 0.5 in, 0.5 done", Steady(0.5, 0.5, busy: 0.6), 0.05, 0.1),
        new("retrospective every two weeks, work in the week between", Retrospectives, 0.01, 0.05),
        new("one improvement week a month", ImprovementWeeks, 0.05, 0.05),
        new("3 in, 2 done, 1 rejected, three weeks of holiday", Holiday, 0.02, 0.05),
        new("defers with reason and review date", Deferring, 0.02, 0.05),
        new("new team, brainstorm in its first days", Brainstorm, 0.05, 0.1),
        new("monorepo of five healthy teams", Steady(3, 2, 1), 0.03, 0.08) { Members = 5 },
        new("only capturing", Steady(3, 0), 1, 1) { CaughtBy = 5 },
        new("only rejecting", Steady(3, 0, 3), 1, 1) { CaughtBy = 5 },
        new("idle with a stock of 12", Idle, 1, 1) { CaughtBy = 8 },
        new("executes 17%: 3 in, 0.5 done", Steady(3, 0.5), 0.99, 1) { CaughtBy = 8 },
        new("executes 33%: 3 in, 1 done", Steady(3, 1), 0.55, 0.95) { CaughtBy = 13 },
        new("captures only what is already done", AlreadyDone, 0.9, 1) { CaughtBy = 13 },
    ];

    /// <summary>The same every week, after a stock in the first commit or in the first days.</summary>
    private static Func<Team, Action> Steady(double captured, double done, double rejected = 0, double busy = Busy) =>
        team =>
        {
            Stock(team, team.Random.Next(4, 13));
            return () => Work(team, captured, done, rejected, busy);
        };

    /// <summary>Captures a retrospective's worth on every second Friday, and works on it in the week after.</summary>
    private static Action Retrospectives(Team team)
    {
        var phase = team.Random.Next(2);
        Stock(team, team.Random.Next(4, 9));
        return () =>
        {
            var isMeeting = team.Day % 14 == 4 + (7 * phase);
            var isWork = team.Day / 7 % 2 != phase;
            Work(team, isMeeting ? 5 * 6 : 0, isWork ? 4 : 0, isMeeting ? 5 * 2 : 0);
        };
    }

    /// <summary>Captures as problems show, and completes in the first full week of each calendar month.</summary>
    private static Action ImprovementWeeks(Team team)
    {
        Stock(team, team.Random.Next(4, 9));
        return () =>
        {
            var monday = team.FirstDay.AddDays(team.Day / 7 * 7);
            var isWork = monday.Day <= 7;
            Work(team, 1.5, isWork ? 5.5 : 0, isWork ? 1 : 0);
        };
    }

    /// <summary>Nothing for three weeks that begin anywhere from week 3 to week 23; a bot commits once a week.</summary>
    private static Action Holiday(Team team)
    {
        var first = team.Random.Next(2, 23);
        Stock(team, team.Random.Next(4, 13));
        return () =>
        {
            if (team.Day / 7 - first is >= 0 and < 3)
            {
                team.Rest(team.Day % 7 == 2 ? 1 : 0);
            }
            else
            {
                Work(team, 3, 2, 1);
            }
        };
    }

    private static Action Deferring(Team team)
    {
        Stock(team, team.Random.Next(4, 13));
        return () =>
        {
            team.Review();
            if (team.Day % 7 == 0)
            {
                team.Defer(Poisson(team.Random, 1));
            }

            Work(team, 3, 2, team.Day > 60 ? 0.7 : 0.3);
        };
    }

    /// <summary>From the first or second commit, all at once or spread over five days.</summary>
    private static Action Brainstorm(Team team)
    {
        var total = team.Random.Next(12, 31);
        var days = team.Random.Next(2) == 0 ? 1 : 5;
        if (team.Random.Next(2) == 0)
        {
            team.EndDay(Busy);
        }

        var first = team.Day;
        return () =>
        {
            if (team.Day < first + days)
            {
                team.Capture(total / days);
            }

            Work(team, team.Day < 7 ? 0 : 2, 2);
        };
    }

    private static Action Idle(Team team)
    {
        team.Capture(12);
        return () => Work(team, 0, 0);
    }

    private static Action AlreadyDone(Team team)
    {
        Stock(team, team.Random.Next(2, 5));
        return () =>
        {
            if (team.Day % 7 < 5)
            {
                team.Capture(Poisson(team.Random, 0.4), isDone: true);
            }

            Work(team, 0, 0);
        };
    }

    /// <summary>Half of the teams have it in their first commit; the others capture it on the first three days.</summary>
    private static void Stock(Team team, int number)
    {
        if (team.Random.Next(2) == 0)
        {
            team.Capture(number);
            return;
        }

        team.EndDay(0);
        team.Capture(number / 2);
        team.EndDay(0);
        team.Capture(number - (number / 2));
    }

    private static void Work(Team team, double captured, double done, double rejected = 0, double busy = Busy)
    {
        if (team.Day % 7 >= 5)
        {
            team.Rest(0);
            return;
        }

        team.Capture(Poisson(team.Random, captured / 5));
        team.Complete(Poisson(team.Random, done / 5));
        team.Reject(Poisson(team.Random, rejected / 5));
        team.EndDay(busy);
    }

    /// <summary>A Poisson number by Knuth's product of uniform ones.</summary>
    private static int Poisson(Random random, double mean)
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

namespace KaizenGate.Core.Rules.Execute;

/// <summary>How long the open improvements of a backlog have waited, without those deferred to a later day.</summary>
/// <param name="Waiting">Their number, including those in progress.</param>
/// <param name="Known">The ages of those not in progress, as far as known.</param>
/// <param name="Undated">The number of those whose age is unknown.</param>
internal sealed record WaitingAges(int Waiting, ImmutableArray<WaitingAge> Known, int Undated)
{
    public static WaitingAges Of(RuleContext context)
    {
        var dates = context.Dates;
        var known = ImmutableArray.CreateBuilder<WaitingAge>();
        var (waiting, undated) = (0, 0);
        foreach (var item in context.OpenWithArchive.Where(item => !SomedayMaybe.IsPutOff(item, context.AsOf)))
        {
            waiting++;
            if (item.Status is Status.InProgress)
            {
                continue;
            }

            // An improvement that was started and put back waits again, so a mark of one day makes nothing young.
            if (dates.Captured(item) is { } since)
            {
                known.Add(new(item, since.DaysUntil(context.AsOf), since.IsAtLeast));
            }
            else
            {
                undated++;
            }
        }

        return new(waiting, known.ToImmutable(), undated);
    }

    /// <summary>The number of improvements over an age.</summary>
    public int Over(int days) => Known.Count(age => age.Days > days);

    /// <summary>The number of improvements that may be over an age.</summary>
    public int Unknown(int days) => Undated + Known.Count(age => age.IsAtLeast && age.Days <= days);
}

/// <summary>How long an improvement has waited.</summary>
/// <param name="Item">The improvement.</param>
/// <param name="Days">Days since its capture.</param>
/// <param name="IsAtLeast">Whether it may be older.</param>
internal readonly record struct WaitingAge(Improvement Item, int Days, bool IsAtLeast);

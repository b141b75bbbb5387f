using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Planning;

/// <summary>How the estimates and the expected effects of completed improvements compare with what happened.</summary>
/// <param name="Hours">Logged ÷ estimated hours.</param>
/// <param name="Effects">Measured ÷ expected effect.</param>
internal sealed record Calibration(Biases Hours, Biases Effects)
{
    /// <param name="evidence">The backlogs with their history; completions that were removed from them count as they were last.</param>
    public static Calibration Of(IEnumerable<Evidence> evidence) =>
        Of(evidence.Select(one => one.Backlog.WithArchive.Concat((one.History as Timeline)?.Pruned.Values ?? [])));

    /// <param name="backlogs">The improvements of each backlog.</param>
    public static Calibration Of(IEnumerable<IEnumerable<Improvement>> backlogs)
    {
        ImmutableArray<Improvement> completed =
        [
            .. backlogs.SelectMany(items =>
                items.Where(item => item.Status is Status.Done).DistinctBy(item => item.Key)
            ),
        ];
        return new(Biases.Of(Ratios(completed, HoursOf)), Biases.Of(Ratios(completed, ExpectedEffect.ShareReached)));
    }

    /// <summary>The factor by which the estimate of an improvement must be multiplied: that of its category if known, else of all; null for neither.</summary>
    public double? FactorOf(Improvement item) => BiasOf(item.Category?.Value)?.Ratio;

    /// <summary>The bias of the hours of a category, or else of all; null when there are too few completions.</summary>
    public Bias? BiasOf(Category? category)
    {
        foreach (var (own, bias) in Hours.Categories)
        {
            if (own == category)
            {
                return bias;
            }
        }

        return Hours.All.Ratio is null ? null : Hours.All;
    }

    private static double? HoursOf(Improvement item) =>
        item is { EstimatedHours.Value: > 0 and var estimated, TimeSpent.Value: > 0 and var spent }
            ? spent / estimated
            : null;

    private static ImmutableArray<(Improvement, double)> Ratios(
        ImmutableArray<Improvement> items,
        Func<Improvement, double?> ratioOf
    ) =>
        [
            .. items
                .Select(item => (Item: item, Ratio: ratioOf(item)))
                .Where(one => one.Ratio is { } ratio && double.IsFinite(ratio))
                .Select(one => (one.Item, one.Ratio!.Value)),
        ];
}

using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

public sealed class DispersionTests
{
    /// <summary>Mean 2; squares 4 + 4 + 4 + 36 = 48; variance 48 ÷ 3 = 16; 16 ÷ 2 = 8.</summary>
    [Fact]
    public void The_index_is_the_sample_variance_divided_by_the_mean() =>
        Assert.Equal(8, Dispersion.Of([0, 0, 0, 8]), 1e-12);

    /// <summary>8 and 2 (mean ½; variance 1): their mean.</summary>
    [Fact]
    public void Several_processes_are_averaged() => Assert.Equal(5, Dispersion.Of([0, 0, 0, 8], [0, 0, 0, 2]), 1e-12);

    [Fact]
    public void Numbers_more_even_than_chance_are_not_evidence_for_more() =>
        Assert.Equal(1, Dispersion.Of([3, 3, 3, 3, 3]));

    [Fact]
    public void Three_periods_are_too_few() => Assert.Equal(1, Dispersion.Of([0, 0, 8]));

    [Fact]
    public void A_process_without_events_counts_as_single_events() =>
        Assert.Equal(4.5, Dispersion.Of([0, 0, 0, 8], [0, 0, 0, 0]), 1e-12);

    /// <summary>Twice as many events in batches of two are as many batches.</summary>
    [Theory]
    [InlineData(2, 14, 4, 28, 2)]
    [InlineData(1, 10, 3, 30, 3)]
    public void Batches_count_as_one_event(int successes, int trials, int events, int all, double dispersion) =>
        Assert.Equal(Binomial.AtMost(successes, trials, 0.4), Binomial.AtMost(events, all, 0.4, dispersion), 1e-12);

    /// <summary>3 ÷ 2 is rounded up to 2 and 9 ÷ 2 to the even 4: the probability must not become smaller than that of the data.</summary>
    [Fact]
    public void Half_a_success_counts_as_one() =>
        Assert.Equal(Binomial.AtMost(2, 4, 0.4), Binomial.AtMost(3, 9, 0.4, 2), 1e-12);
}

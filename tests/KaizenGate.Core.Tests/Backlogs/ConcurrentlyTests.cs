using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Backlogs;

public class ConcurrentlyTests
{
    [Fact]
    public void Results_are_in_the_order_of_their_items() =>
        Assert.Equal(
            Enumerable.Range(0, 1_000).Select(number => number * 2),
            Concurrently.Select([.. Enumerable.Range(0, 1_000)], (int number) => number * 2)
        );

    [Fact]
    public void A_failure_is_thrown_as_it_is() =>
        Assert.Throws<InvalidOperationException>(() =>
            Concurrently.For(100, _ => throw new InvalidOperationException())
        );
}

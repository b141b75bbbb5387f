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

    [Theory]
    [InlineData(2)]
    [InlineData(1_000)]
    public void The_failure_of_the_first_item_that_fails_is_thrown(int least)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            Assert.Equal(
                "3",
                Assert.Throws<InvalidOperationException>(() => Concurrently.For(100, FailFromThree, least)).Message
            );
        }

        static void FailFromThree(int at)
        {
            if (at == 3)
            {
                Thread.SpinWait(1_000); // The next one fails before it.
            }

            if (at >= 3)
            {
                throw new InvalidOperationException($"{at}");
            }
        }
    }

    [Fact]
    public void Few_items_are_worked_on_by_the_caller()
    {
        var threads = Concurrently.Select([1, 2, 3], _ => Environment.CurrentManagedThreadId, least: 4);
        Assert.All(threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }
}

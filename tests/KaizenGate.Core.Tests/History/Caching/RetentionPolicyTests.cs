using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Core.History.Caching;

namespace KaizenGate.Core.Tests.History.Caching;

public class RetentionPolicyTests
{
    [Fact]
    public void The_one_with_the_smallest_gap_for_its_age_goes_first()
    {
        // Ages 0, 10, 20, 40, 45, 80: the gaps around the middle ones are 20, 30, 25 and 40 wide, and divided by the age (and 1)
        // 1.82, 1.43, 0.61 and 0.87, so the one of age 40 goes.
        var kept = Kept(0, 10, 20, 40, 45, 80);

        Assert.Equal("40", Assert.Single(Superfluous(kept, most: 5)).Path);
    }

    [Fact]
    public void None_goes_while_there_is_room() => Assert.Empty(Superfluous(Kept(0, 1, 2), most: 3));

    [Fact]
    public void The_newest_of_the_three_branches_that_were_saved_last_stay()
    {
        ImmutableArray<KeptCheckpoint> kept =
        [
            One(age: 0, "a", saved: 9),
            One(age: 10, "b", saved: 8),
            One(age: 11, "c", saved: 7),
            One(age: 12, "d", saved: 6),
            One(age: 13, "b", saved: 5),
            One(age: 14, "a", saved: 4),
        ];

        var superfluous = Superfluous(kept, most: 4);

        Assert.Equal(["12", "13"], superfluous.Select(one => one.Path).Order());
    }

    [Fact]
    public void A_rebase_of_any_depth_finds_a_checkpoint_at_most_sixteen_times_as_deep()
    {
        List<KeptCheckpoint> kept = [];
        for (var commit = 1; commit <= 5_000; commit++)
        {
            kept.Add(new KeptCheckpoint($"{commit}", new Checkpoint("main", $"{commit}", commit), At(commit)));
            var superfluous = RetentionPolicy.Superfluous(kept, most: 8, saved: $"{commit}");
            kept.RemoveAll(superfluous.Contains);
            Assert.True(kept.Count <= 8);

            long[] ages = [.. kept.Select(one => commit - one.Checkpoint.TipTime).Order().Skip(1)];
            Assert.All(
                ages.Zip(ages.Skip(1)),
                pair => Assert.True(pair.Second <= 16 * pair.First, $"after {commit} commits: {pair}")
            );
        }
    }

    private static ImmutableArray<KeptCheckpoint> Superfluous(ImmutableArray<KeptCheckpoint> kept, int most) =>
        RetentionPolicy.Superfluous(kept, most, saved: "none");

    private static ImmutableArray<KeptCheckpoint> Kept(params int[] ages) =>
        [.. ages.Select(age => One(age, "main", -age))];

    private static KeptCheckpoint One(int age, string branch, int saved) =>
        new(
            age.ToString(CultureInfo.InvariantCulture),
            new Checkpoint(branch, age.ToString(CultureInfo.InvariantCulture), 1_000 - age),
            At(saved)
        );

    private static DateTime At(int minute) => new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute);
}

using static KaizenGate.Core.Tests.History.Caching.CacheFixture;

namespace KaizenGate.Core.Tests.History.Caching;

public sealed class HistoryCacheTests : IDisposable
{
    private readonly CacheFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void What_was_saved_is_read_by_another_run()
    {
        Save(fixture.Cache(), At(7), "the history");

        var checkpoint = Assert.Single(fixture.Cache().Candidates(Main, Tip(7)));
        var history = fixture.Cache().Read(checkpoint);

        Assert.Equal(At(7), checkpoint);
        Assert.NotNull(history);
        Assert.Equal(At(7), history.Checkpoint);
        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4)], history.DaysWithCommits);
        Assert.Equal("the history"u8, history.Payload.Span);
    }

    [Fact]
    public void The_checkpoint_at_HEAD_comes_first_then_those_of_the_branch_then_the_newest()
    {
        var cache = fixture.Cache();
        Save(cache, At(1));
        Save(cache, At(2, "refs/heads/topic"));
        Save(cache, At(3));
        Save(cache, At(4, "refs/heads/topic"));
        Save(cache, At(5, "refs/heads/other"));

        var tips = cache.Candidates(Main, Tip(2)).Select(checkpoint => checkpoint.Tip);

        Assert.Equal([Tip(2), Tip(3), Tip(1), Tip(5), Tip(4)], tips);
    }

    [Fact]
    public void A_commit_that_is_saved_again_is_kept_once_with_what_was_saved_last()
    {
        var cache = fixture.Cache();
        Save(cache, At(1), "before");
        Save(cache, At(1, "refs/heads/topic"), "after");

        Assert.Equal(At(1, "refs/heads/topic"), Assert.Single(cache.Candidates(Main, Tip(1))));
        Assert.Equal("after", Load(cache, At(1)));
    }

    [Fact]
    public void Another_key_sees_nothing_and_disturbs_nothing()
    {
        Save(fixture.Cache("1.0"), At(1), "of 1.0");
        Save(fixture.Cache("1.1"), At(1), "of 1.1");

        Assert.Empty(fixture.Cache("1.2").Candidates(Main, Tip(1)));
        Assert.Null(fixture.Cache("1.2").Read(At(1)));
        Assert.Equal("of 1.0", Load(fixture.Cache("1.0"), At(1)));
        Assert.Equal("of 1.1", Load(fixture.Cache("1.1"), At(1)));
    }

    [Fact]
    public void A_key_with_the_same_hash_is_still_another_key()
    {
        Save(fixture.Cache("1.0"), At(1));
        var file = Assert.Single(fixture.Files);
        Save(fixture.Cache("1.1"), At(1));
        var collision = Assert.Single(fixture.Files, other => other != file);
        File.Copy(file, collision, overwrite: true);

        Assert.Empty(fixture.Cache("1.1").Candidates(Main, Tip(1)));
        Assert.Null(fixture.Cache("1.1").Read(At(1)));
    }

    [Fact]
    public void A_file_with_the_name_of_another_commit_is_ignored()
    {
        var cache = fixture.Cache();
        Save(cache, At(1));
        var file = Assert.Single(fixture.Files);
        File.Move(file, file.Replace(Tip(1), Tip(2), StringComparison.Ordinal));

        Assert.Empty(cache.Candidates(Main, Tip(2)));
        Assert.Null(cache.Read(At(2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../../../../../../../../escape")]
    [InlineData("HEAD")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    public void An_invalid_commit_id_is_never_part_of_a_path(string tip)
    {
        var cache = fixture.Cache();
        Save(cache, At(1) with { Tip = tip });

        Assert.Empty(fixture.Files);
        Assert.Empty(cache.Candidates(Main, tip));
        Assert.Null(cache.Read(At(1) with { Tip = tip }));
    }

    [Fact]
    public void Commits_of_a_SHA_256_repository_are_kept_too()
    {
        var checkpoint = At(1) with { Tip = new string('e', 64) };
        Save(fixture.Cache(), checkpoint);

        Assert.Equal("content", Load(fixture.Cache(), checkpoint));
    }

    [Fact]
    public void An_amended_commit_finds_its_parent()
    {
        var cache = fixture.Cache();
        const int Parent = 60;
        for (var commit = 0; commit <= Parent; commit++)
        {
            Save(cache, At(commit, time: 1_700_000_000 + (3_600 * commit)));
        }

        // Twenty amendments, one per minute: their checkpoints are useless.
        for (var amend = 1; amend <= 20; amend++)
        {
            Save(cache, At(Parent + amend, time: 1_700_000_000 + (3_600 * Parent) + (60 * amend)));
        }

        Assert.Contains(Tip(Parent), cache.Candidates(Main, Tip(99)).Select(checkpoint => checkpoint.Tip));
    }

    [Fact]
    public void A_branch_that_is_switched_back_to_is_still_there()
    {
        var cache = fixture.Cache();
        Save(cache, At(1));
        for (var commit = 2; commit <= 40; commit++)
        {
            Save(cache, At(commit, "refs/heads/topic"));
        }

        Assert.Equal(Tip(1), cache.Candidates(Main, Tip(1)).First().Tip);
    }

    [Fact]
    public void Eight_checkpoints_of_a_key_are_kept_and_twenty_four_files_in_all()
    {
        for (var key = 0; key < 5; key++)
        {
            for (var commit = 1; commit <= 20; commit++)
            {
                Save(fixture.Cache($"key {key}"), At(commit));
            }

            Assert.Equal(8, fixture.Cache($"key {key}").Candidates(Main, Tip(20)).Count());
        }

        Assert.Equal(24, fixture.Files.Length);
    }

    [Fact]
    public void The_one_just_saved_stays_even_if_its_commit_is_the_second_oldest()
    {
        var cache = fixture.Cache();
        for (var commit = 100; commit < 120; commit++)
        {
            Save(cache, At(commit, $"refs/heads/{commit}"));
        }

        Save(cache, At(101, "refs/heads/old"), "just saved");

        Assert.Equal("just saved", Load(cache, At(101)));
    }
}

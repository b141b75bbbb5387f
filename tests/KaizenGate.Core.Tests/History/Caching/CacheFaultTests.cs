using KaizenGate.Core.History.Caching;
using static KaizenGate.Core.Tests.History.Caching.CacheFixture;

namespace KaizenGate.Core.Tests.History.Caching;

public sealed class CacheFaultTests : IDisposable
{
    private readonly CacheFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void A_missing_folder_is_empty_and_created_by_the_first_save()
    {
        Assert.Empty(fixture.Cache().Candidates(Main, Tip(1)));
        Assert.False(Directory.Exists(fixture.Folder));

        Save(fixture.Cache(), At(1));

        Assert.Single(fixture.Files);
    }

    [Fact]
    public void Nothing_is_created_when_the_git_folder_is_gone()
    {
        var cache = new HistoryCache(Path.Combine(fixture.PathOf("gone"), "kaizen"), "key");
        Save(cache, At(1));

        Assert.False(Directory.Exists(fixture.PathOf("gone")));
    }

    [Fact]
    public void A_file_with_the_name_of_the_folder_stays_unchanged()
    {
        File.WriteAllText(fixture.Folder, "mine");
        Save(fixture.Cache(), At(1));

        Assert.Equal("mine", File.ReadAllText(fixture.Folder));
        Assert.Empty(fixture.Cache().Candidates(Main, Tip(1)));
    }

    [Fact]
    public void A_folder_with_the_name_of_a_file_stays_unchanged()
    {
        Save(fixture.Cache(), At(1));
        var file = Assert.Single(fixture.Files);
        File.Delete(file);
        Directory.CreateDirectory(Path.Combine(file, "mine"));

        Save(fixture.Cache(), At(1));

        Assert.True(Directory.Exists(Path.Combine(file, "mine")));
        Assert.Empty(fixture.Files);
        Assert.Empty(fixture.Cache().Candidates(Main, Tip(1)));
        Assert.Null(fixture.Cache().Read(At(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void A_symbolic_link_with_the_name_of_the_folder_is_not_followed(string end)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        Save(fixture.Cache(), At(1));
        var outside = fixture.PathOf("outside");
        Directory.Move(fixture.Folder, outside);
        var old = Path.Combine(outside, "old.history.tmp");
        File.WriteAllText(old, "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-1));
        Directory.CreateSymbolicLink(fixture.Folder, outside);
        var cache = new HistoryCache(fixture.Folder + end, "1.0|IMPROVEMENTS.md");

        Save(cache, At(2));

        Assert.Empty(cache.Candidates(Main, Tip(1)));
        Assert.Null(cache.Read(At(1)));
        Assert.Equal(2, Directory.GetFiles(outside).Length);
    }

    [Fact]
    public void A_symbolic_link_with_the_name_of_a_file_is_replaced_and_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        Save(fixture.Cache(), At(1));
        var file = Assert.Single(fixture.Files);
        var outside = fixture.PathOf("outside");
        File.Move(file, outside);
        File.CreateSymbolicLink(file, outside);
        var before = File.ReadAllBytes(outside);

        Assert.Null(fixture.Cache().Read(At(1)));
        Save(fixture.Cache(), At(1), "other content");

        Assert.Equal(before, File.ReadAllBytes(outside));
        Assert.Equal("other content", Load(fixture.Cache(), At(1)));
    }

    [Theory]
    [InlineData(UnixFileMode.None)]
    [InlineData(UnixFileMode.UserRead)]
    [InlineData(UnixFileMode.UserExecute)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    public void A_folder_without_permissions_is_not_an_error(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "nothing is refused there");
        Save(fixture.Cache(), At(1));
        var file = Assert.Single(fixture.Files);
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(fixture.Folder, mode);
        try
        {
            Save(fixture.Cache(), At(2));
            _ = fixture.Cache().Candidates(Main, Tip(2)).Count();
            Assert.Null(fixture.Cache().Read(At(2)));
        }
        finally
        {
            File.SetUnixFileMode(
                fixture.Folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
#pragma warning restore CA1416
        Assert.Equal([file], fixture.Files);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public void Temporary_files_of_a_killed_run_are_never_read_and_deleted_after_an_hour(int length)
    {
        Save(fixture.Cache(), At(1));
        var whole = File.ReadAllBytes(Assert.Single(fixture.Files));
        var left = Path.Combine(fixture.Folder, "abcdefgh.ijk.history.tmp");
        File.WriteAllBytes(left, whole[..Math.Min(length, whole.Length)]);

        Save(fixture.Cache(), At(2));
        Assert.True(File.Exists(left), "it may be of a run that still writes");
        Assert.Equal([Tip(2), Tip(1)], fixture.Cache().Candidates(Main, Tip(2)).Select(one => one.Tip));

        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddMinutes(-61));
        Save(fixture.Cache(), At(3));
        Assert.False(File.Exists(left));
        Assert.Equal(3, fixture.Files.Length);
    }

    [Fact]
    public void Other_files_in_the_folder_are_left_alone()
    {
        Directory.CreateDirectory(fixture.Folder);
        string[] theirs = ["notes.txt", "notes.tmp", "history", "lock"];
        foreach (var name in theirs)
        {
            File.WriteAllText(Path.Combine(fixture.Folder, name), "theirs");
            File.SetLastWriteTimeUtc(Path.Combine(fixture.Folder, name), DateTime.UtcNow.AddYears(-1));
        }

        for (var commit = 1; commit <= 30; commit++)
        {
            Save(fixture.Cache($"key {commit}"), At(commit));
        }

        Assert.All(theirs, name => Assert.True(File.Exists(Path.Combine(fixture.Folder, name))));
        Assert.Equal(24 + theirs.Length, fixture.Files.Length);
    }

    [Fact]
    public void Concurrent_readers_see_complete_files_or_none()
    {
        const int Rounds = 150;
        static string Content(int number) => new((char)('a' + (number % 26)), 20_000);

        Parallel.For(
            0,
            4,
            worker =>
            {
                var cache = fixture.Cache();
                for (var round = 0; round < Rounds; round++)
                {
                    // All threads write the same three commits, each always with the same history.
                    var number = (round + worker) % 3;
                    Save(cache, At(number), Content(number));
                    foreach (var checkpoint in cache.Candidates(Main, Tip(number)))
                    {
                        var content = Load(cache, checkpoint);
                        Assert.True(content is null || content == Content((int)(checkpoint.TipTime - 1_700_000_000)));
                    }
                }
            }
        );

        Assert.Equal(3, fixture.Files.Length);
        Assert.Equal(Content(2), Load(fixture.Cache(), At(2)));
    }
}

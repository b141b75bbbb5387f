using CsCheck;
using static KaizenGate.Core.Tests.History.Caching.CacheFixture;

namespace KaizenGate.Core.Tests.History.Caching;

public sealed class DamagedCacheTests : IDisposable
{
    private readonly CacheFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void A_file_truncated_anywhere_reads_as_missing()
    {
        var (file, whole) = Saved();
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            AssertNotThere($"cut to {length} of {whole.Length} bytes");
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_reads_as_missing()
    {
        var (file, whole) = Saved();
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var change in (byte[])[0x01, 0x80, 0xFF])
            {
                var changed = (byte[])whole.Clone();
                changed[at] ^= change;
                File.WriteAllBytes(file, changed);

                // The header may be intact, but the file is not.
                Assert.True(fixture.Cache().Read(At(1)) is null, $"byte {at} changed by {change}");
            }
        }
    }

    [Fact]
    public void A_file_with_extra_bytes_reads_as_missing()
    {
        var (file, whole) = Saved();
        File.WriteAllBytes(file, [.. whole, 0]);
        AssertNotThere("one byte more");
    }

    [Fact]
    public void Garbage_reads_as_missing() =>
        Gen
            .Byte.Array[0, 400]
            .Sample(
                garbage =>
                {
                    var (file, whole) = Saved();
                    File.WriteAllBytes(file, garbage);
                    AssertNotThere("garbage");

                    // With the real magic and lengths, to pass the first checks.
                    byte[] disguised = [.. whole[..16], .. garbage, .. new byte[whole.Length]];
                    File.WriteAllBytes(file, disguised[..whole.Length]);
                    AssertNotThere("garbage in disguise");
                },
                threads: 1,
                iter: 200
            );

    [Fact]
    public void A_damaged_file_is_replaced_by_the_next_save()
    {
        var (file, whole) = Saved();
        File.WriteAllBytes(file, whole[..20]);

        Save(fixture.Cache(), At(1), "new");

        Assert.Equal("new", Load(fixture.Cache(), At(1)));
    }

    [Fact]
    public void Damaged_files_are_deleted_before_good_ones()
    {
        var cache = fixture.Cache();
        for (var commit = 1; commit <= 8; commit++)
        {
            Save(cache, At(commit));
        }

        File.WriteAllText(Assert.Single(fixture.Files, file => file.Contains(Tip(3), StringComparison.Ordinal)), "?");
        Save(cache, At(9));

        Assert.Equal(8, fixture.Files.Length);
        Assert.Equal(8, cache.Candidates(Main, Tip(9)).Count());
    }

    private (string File, byte[] Whole) Saved()
    {
        Save(fixture.Cache(), At(1));
        var file = Assert.Single(fixture.Files);
        return (file, File.ReadAllBytes(file));
    }

    private void AssertNotThere(string what)
    {
        Assert.True(!fixture.Cache().Candidates(Main, Tip(1)).Any(), what);
        Assert.True(fixture.Cache().Read(At(1)) is null, what);
    }
}

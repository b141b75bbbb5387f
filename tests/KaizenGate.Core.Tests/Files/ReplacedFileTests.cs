using System.Text;
using KaizenGate.Core.Files;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Files;

/// <summary>Wherever a write fails, only the complete old file remains.</summary>
public sealed class ReplacedFileTests : IDisposable
{
    private static readonly byte[] Old = Encoding.UTF8.GetBytes("the old file\n");

    private readonly ScratchFolder scratch = new();

    private string Target => scratch.PathOf("B.md");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_failure_after_any_number_of_bytes_leaves_the_old_file()
    {
        var text = Encoding.UTF8.GetBytes("the new file, which is longer\n");
        File.WriteAllBytes(Target, Old);

        for (var count = 0; count <= text.Length; count++)
        {
            var refused = Assert.Throws<IOException>(() =>
                ReplacedFile.Write(
                    Target,
                    stream =>
                    {
                        stream.Write(text, 0, count);
                        throw new IOException("No space left on device");
                    }
                )
            );

            Assert.Equal("No space left on device", refused.Message);
            Assert.Equal(Old, File.ReadAllBytes(Target));
            Assert.Equal([Target], Directory.GetFileSystemEntries(scratch.Path));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Requested_permissions_apply_from_the_first_moment(bool isThere)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions");
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        if (isThere)
        {
            File.WriteAllBytes(Target, Old);
        }

        ReplacedFile.Write(Target, stream => stream.Write(Old), mode: Mode);

        Assert.Equal(Mode, File.GetUnixFileMode(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void A_failure_before_the_first_byte_makes_no_file()
    {
        File.WriteAllBytes(Target, Old);

        Assert.ThrowsAny<IOException>(() => ReplacedFile.Write(Path.Combine(Target, "below.md"), Nothing));

        Assert.Equal(Old, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void A_failure_of_the_check_before_the_rename_leaves_the_old_file()
    {
        File.WriteAllBytes(Target, Old);

        Assert.Throws<IOException>(() =>
            ReplacedFile.Write(Target, Nothing, () => throw new IOException("Input/output error"))
        );

        Assert.Equal(Old, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void A_failure_of_the_last_step_leaves_the_old_file()
    {
        Assert.ThrowsAny<Exception>(() =>
            ReplacedFile.Write(
                Target,
                Nothing,
                () =>
                {
                    // A file cannot be moved over a folder.
                    Directory.CreateDirectory(Path.Combine(Target, "inside"));
                    return true;
                }
            )
        );

        Assert.Equal([Target], Directory.GetFileSystemEntries(scratch.Path));
        Assert.True(Directory.Exists(Path.Combine(Target, "inside")));
    }

    [Fact]
    public void Temporary_files_of_a_killed_run_are_deleted_by_the_next_locked_write()
    {
        var left = Left("B.md", DateTime.UtcNow);
        var ofAnother = Left("C.md", DateTime.UtcNow);

        ReplacedFile.Write(Target, stream => stream.Write(Old), isLocked: true);

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(ofAnother));
        Assert.Equal(Old, File.ReadAllBytes(Target));
    }

    [Fact]
    public void A_write_without_a_lock_deletes_only_old_temporary_files()
    {
        var fresh = Left("B.md", DateTime.UtcNow);
        var stale = Left("B.md", DateTime.UtcNow.AddHours(-2));

        ReplacedFile.Write(Target, stream => stream.Write(Old));

        Assert.True(File.Exists(fresh));
        Assert.False(File.Exists(stale));
    }

    [Fact]
    public void The_link_is_deleted_and_not_its_target()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        var precious = scratch.PathOf("precious.txt");
        File.WriteAllBytes(precious, Old);
        File.CreateSymbolicLink(scratch.PathOf(TemporaryFile.Prefix(Target) + "x"), precious);

        ReplacedFile.Write(Target, Nothing, isLocked: true);

        Assert.Equal(Old, File.ReadAllBytes(precious));
        Assert.Equal([Target, precious], Directory.GetFileSystemEntries(scratch.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_with_the_longest_possible_name_is_written()
    {
        var longest = scratch.PathOf(new string('n', 252) + ".md");

        ReplacedFile.Write(longest, stream => stream.Write(Old));

        Assert.Equal(Old, File.ReadAllBytes(longest));
    }

    private static void Nothing(Stream stream) { }

    private string Left(string name, DateTime written)
    {
        var path = scratch.PathOf(TemporaryFile.Prefix(scratch.PathOf(name)) + Path.GetRandomFileName());
        File.WriteAllText(path, "half of");
        File.SetLastWriteTimeUtc(path, written);
        return path;
    }
}

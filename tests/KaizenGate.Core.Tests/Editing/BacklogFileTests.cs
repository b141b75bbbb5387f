using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Files;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing;

public sealed class BacklogFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-edit-").FullName;

    private string Path => System.IO.Path.Combine(folder, "IMPROVEMENTS.md");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("- [ ] a\r\n- [ ] b\r\n", "- [x] a\r\n- [ ] b\r\n")]
    [InlineData("- [ ] a  \n\n\n- [ ] b", "- [x] a  \n\n\n- [ ] b")]
    [InlineData("\t\n- [ ] a\r- [ ] b\r", "\t\n- [x] a\r- [ ] b\r")]
    public void Everything_else_stays_byte_for_byte(string before, string after)
    {
        Encoding[] encodings =
        [
            new UTF8Encoding(false),
            new UTF8Encoding(true),
            new UnicodeEncoding(false, true),
            new UnicodeEncoding(true, true),
        ];
        foreach (var encoding in encodings)
        {
            File.WriteAllBytes(Path, [.. encoding.Preamble, .. encoding.GetBytes(before)]);

            Tick(Path);

            byte[] expected = [.. encoding.Preamble, .. encoding.GetBytes(after)];
            Assert.Equal(expected, File.ReadAllBytes(Path));
        }
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_shows_the_difference()
    {
        File.WriteAllText(Path, "- [ ] a\n- [ ] b\n");

        var edit = Tick(Path, isDryRun: true);

        Assert.Equal("- [ ] a\n- [ ] b\n", File.ReadAllText(Path));
        Assert.Equal(
            $"--- a/{edit.File.RootPath}\n+++ b/{edit.File.RootPath}\n@@ -1,2 +1,2 @@\n-- [ ] a\n+- [x] a\n - [ ] b\n",
            edit.Diff()
        );
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_file_with_invalid_bytes_is_not_changed()
    {
        byte[] bytes = [.. "- [ ] a\n"u8, 0xFF, .. "\n"u8];
        File.WriteAllBytes(Path, bytes);

        var refused = Assert.Throws<InputException>(() => Tick(Path));

        Assert.Equal(2, refused.Error.Line);
        Assert.Equal(bytes, File.ReadAllBytes(Path));
    }

    [Fact]
    public void A_link_stays_a_link_and_the_permissions_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("links need a right there");
            return;
        }

        var target = System.IO.Path.Combine(folder, "real.md");
        File.WriteAllText(target, "- [ ] a\n");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(target, Mode);
        File.CreateSymbolicLink(Path, target);

        Tick(Path);

        Assert.Equal(target, new FileInfo(Path).LinkTarget);
        Assert.Equal("- [x] a\n", File.ReadAllText(target));
        Assert.Equal(Mode, File.GetUnixFileMode(target));
    }

    [Fact]
    public void A_read_only_file_is_left_alone()
    {
        File.WriteAllText(Path, "- [ ] a\n");
        File.SetAttributes(Path, FileAttributes.ReadOnly);

        var refused = Assert.Throws<InputException>(() => Tick(Path));

        Assert.Contains("read-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal("- [ ] a\n", File.ReadAllText(Path));
        File.SetAttributes(Path, FileAttributes.Normal);
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has /dev/full");
        File.WriteAllText(Path, "- [ ] a\n");

        Assert.ThrowsAny<IOException>(() =>
            ReplacedFile.Write(
                Path,
                stream =>
                {
                    stream.Write("- [x"u8);
                    using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
                    full.Write("x"u8);
                    full.Flush(flushToDisk: true);
                }
            )
        );

        Assert.Equal("- [ ] a\n", File.ReadAllText(Path));
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void The_next_edit_removes_files_of_a_killed_one()
    {
        File.WriteAllText(Path, "- [ ] a\n");
        var left = System.IO.Path.Combine(folder, TemporaryFile.Prefix(Path) + "x");
        File.WriteAllText(left, "- [x");

        Tick(Path);

        Assert.False(File.Exists(left));
        Assert.Equal("- [x] a\n", File.ReadAllText(Path));
    }

    [Fact]
    public void A_new_file_is_created_completely_or_not_at_all()
    {
        var path = System.IO.Path.Combine(folder, "deep", "IMPROVEMENTS.md");

        Assert.Throws<InputException>(() =>
            BacklogEdit.Of(
                SourceFile.Named(path),
                ReadingOptions.Default,
                _ => throw new InputException(new InputError("refused", "Do not.")),
                starter: "- [ ] a\n"
            )
        );
        Assert.False(File.Exists(path));

        var edit = BacklogEdit.Of(SourceFile.Named(path), ReadingOptions.Default, Ticked, starter: "- [ ] a\n");

        Assert.Equal("- [x] a\n", File.ReadAllText(path));
        Assert.Equal("", edit.Before.Text);
    }

    [Fact]
    public void A_file_that_another_program_creates_during_the_edit_is_not_replaced()
    {
        var isFirst = true;

        BacklogEdit.Of(
            SourceFile.Named(Path),
            ReadingOptions.Default,
            document =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    File.WriteAllText(Path, "- [ ] saved meanwhile\n");
                }

                return Ticked(document);
            },
            starter: "- [ ] a\n"
        );

        Assert.Equal("- [x] saved meanwhile\n", File.ReadAllText(Path));
    }

    [Fact]
    public void An_edit_starts_again_when_an_editor_saves_the_file()
    {
        File.WriteAllText(Path, "- [ ] a\n");
        var isFirst = true;

        BacklogEdit.Of(
            SourceFile.Named(Path),
            ReadingOptions.Default,
            document =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    File.WriteAllText(Path, "- [ ] a\n- [ ] saved meanwhile\n");
                }

                return Ticked(document);
            }
        );

        Assert.Equal("- [x] a\n- [ ] saved meanwhile\n", File.ReadAllText(Path));
    }

    [Fact]
    public async Task Concurrent_edits_wait_for_each_other()
    {
        await File.WriteAllTextAsync(
            Path,
            string.Concat(Enumerable.Range(0, 20).Select(number => $"- [ ] task {number}\n")),
            TestContext.Current.CancellationToken
        );

        await Parallel.ForAsync(
            0,
            20,
            TestContext.Current.CancellationToken,
            (number, _) =>
            {
                BacklogEdit.Of(
                    SourceFile.Named(Path),
                    ReadingOptions.Default,
                    document =>
                        document.With(
                            ItemFields.Set(document, document.Find($"task{number}")!, FieldCatalog.Status, "Done")
                        )
                );
                return ValueTask.CompletedTask;
            }
        );

        Assert.Equal(
            string.Concat(Enumerable.Range(0, 20).Select(number => $"- [x] task {number}\n")),
            await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void The_lock_is_taken_for_the_write_and_from_the_second_attempt_for_the_whole_edit()
    {
        File.WriteAllText(Path, "- [ ] a\n");
        var file = SourceFile.Named(Path);
        var held = new List<bool>();

        BacklogEdit.Of(
            file,
            ReadingOptions.Default,
            document =>
            {
                held.Add(IsLocked());
                File.WriteAllText(Path, held.Count == 1 ? "- [ ] saved meanwhile\n" : document.Text);
                return Ticked(document);
            }
        );

        Assert.Equal([false, true], held);

        bool IsLocked()
        {
            try
            {
                EditLock.Take(file, Path, TimeSpan.Zero).Dispose();
                return false;
            }
            catch (InputException)
            {
                return true;
            }
        }
    }

    [Fact]
    public void Waiting_too_long_for_the_lock_is_an_error()
    {
        File.WriteAllText(Path, "- [ ] a\n");
        var file = SourceFile.Named(Path);
        using var held = EditLock.Take(file, Path, TimeSpan.Zero);

        var refused = Assert.Throws<InputException>(() => EditLock.Take(file, Path, TimeSpan.FromMilliseconds(20)));

        Assert.Contains("another run", refused.Message, StringComparison.Ordinal);
    }

    private static EditableBacklog Ticked(EditableBacklog document) =>
        document.With(ItemFields.Set(document, document.Backlog.Improvements[0], FieldCatalog.Status, "Done"));

    private static BacklogEdit Tick(string path, bool isDryRun = false) =>
        BacklogEdit.Of(SourceFile.Named(path), ReadingOptions.Default, Ticked, isDryRun);
}

using System.Diagnostics;
using KaizenGate.Core.Files;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Files;

/// <summary>Only plain files up to a limit are read.</summary>
public sealed class PlainFileTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_device_is_refused_also_through_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no devices in folders");
        var link = scratch.PathOf("kaizen.json");
        File.CreateSymbolicLink(link, "/dev/zero");

        Assert.Throws<NotPlainFileException>(() => PlainFile.Read("/dev/zero"));
        Assert.Throws<NotPlainFileException>(() => PlainFile.Read(link));
    }

    [Fact]
    public void A_pipe_is_refused_without_waiting_for_a_writer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes in folders");
        var pipe = scratch.PathOf("IMPROVEMENTS.md");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            make.WaitForExit();
        }

        Assert.Throws<NotPlainFileException>(() => PlainFile.Read(pipe));
        Assert.Throws<IOException>(() => LockedFile.Open(pipe));
    }

    [Fact]
    public void A_file_is_read_up_to_its_limit()
    {
        var path = scratch.PathOf("a.md");
        File.WriteAllBytes(path, new byte[100]);

        Assert.Equal(100, PlainFile.Read(path, maxBytes: 100).Length);
        Assert.Equal(100, Assert.Throws<FileTooLargeException>(() => PlainFile.Read(path, maxBytes: 99)).Length);
    }

    [Fact]
    public void What_is_appended_after_the_opening_is_not_read()
    {
        var path = scratch.PathOf("a.md");
        File.WriteAllText(path, "old");
        using var stream = PlainFile.Open(path);
        File.AppendAllText(path, "new");

        Assert.Throws<FileTooLargeException>(() => PlainFile.Rest(stream, maxBytes: 5));
        Assert.Equal("oldnew"u8, PlainFile.Rest(stream, maxBytes: 6));
    }

    [Fact]
    public void A_folder_is_refused() => Assert.Throws<UnauthorizedAccessException>(() => PlainFile.Read(scratch.Path));

    [Fact]
    public void A_missing_file_is_an_error_of_its_own() =>
        Assert.Throws<FileNotFoundException>(() => PlainFile.Read(scratch.PathOf("missing.md")));
}

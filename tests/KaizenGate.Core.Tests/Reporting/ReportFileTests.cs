using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class ReportFileTests : IDisposable
{
    private static readonly ReportFormat<Verdict> Fine = new("fine", "", (_, _, stream) => stream.Write("new"u8));

    private static readonly ReportFormat<Verdict> FullDisk = new(
        "full",
        "",
        (_, _, stream) =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device.");
        }
    );

    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-report-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Missing_folders_are_created()
    {
        Write(In("a", "b", "report.json"), Fine);

        Assert.Equal("new", File.ReadAllText(In("a", "b", "report.json")));
    }

    [Fact]
    public void An_existing_report_is_replaced()
    {
        File.WriteAllText(In("report"), "old and longer");

        Write(In("report"), Fine);

        Assert.Equal("new", File.ReadAllText(In("report")));
    }

    [Fact]
    public void After_a_failure_the_old_report_remains()
    {
        File.WriteAllText(In("report"), "old");

        Assert.Throws<InputException>(() => Write(In("report"), FullDisk));

        Assert.Equal("old", File.ReadAllText(In("report")));
    }

    [Fact]
    public void A_failure_leaves_no_other_files()
    {
        Assert.Throws<InputException>(() => Write(In("report"), FullDisk));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void An_exception_in_a_format_leaves_no_other_files()
    {
        var faulty = new ReportFormat<Verdict>("faulty", "", (_, _, _) => throw new InvalidOperationException());

        Assert.Throws<InvalidOperationException>(() => Write(In("report"), faulty));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void The_error_names_the_path_as_it_was_typed()
    {
        var error = Assert.Throws<InputException>(() => Write(In("report"), FullDisk)).Error;

        Assert.Equal(In("report"), error.Path);
        Assert.Equal("the full report cannot be written: No space left on device", error.Message);
    }

    [Fact]
    public void A_folder_is_an_input_error() =>
        Assert.Equal(
            "the fine report cannot be written: is a folder",
            Assert.Throws<InputException>(() => Write(folder, Fine)).Error.Message
        );

    [Fact]
    public void A_file_as_folder_is_an_input_error()
    {
        File.WriteAllText(In("file"), "");

        Assert.Throws<InputException>(() => Write(In("file", "report"), Fine));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void An_invalid_path_is_an_input_error(string path) =>
        Assert.Throws<InputException>(() => Write(path, Fine));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_symbolic_link_is_refused_and_its_target_unchanged(bool isThere)
    {
        if (isThere)
        {
            File.WriteAllText(In("target"), "old");
        }

        File.CreateSymbolicLink(In("link"), In("target"));

        var refused = Assert.Throws<InputException>(() => Write(In("link"), Fine));

        Assert.Contains("a symbolic link", refused.Error.Message, StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(In("link")).LinkTarget);
        Assert.Equal(isThere ? "old" : null, File.Exists(In("target")) ? File.ReadAllText(In("target")) : null);
    }

    [Fact]
    public void A_symbolic_link_to_itself_is_an_input_error()
    {
        File.CreateSymbolicLink(In("a"), In("b"));
        File.CreateSymbolicLink(In("b"), In("a"));

        Assert.Throws<InputException>(() => Write(In("a"), Fine));
    }

    [Fact]
    public void Permissions_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("permissions of Unix");
            return;
        }

        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherExecute;
        File.WriteAllText(In("report"), "old");
        File.SetUnixFileMode(In("report"), mode);

        Write(In("report"), Fine);

        Assert.Equal(mode, File.GetUnixFileMode(In("report")));
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "devices of Linux");
        using var held = new FileStream(In("held"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite);

        Write($"/proc/self/fd/{held.SafeFileHandle.DangerousGetHandle()}", Fine);

        // A replaced file would not be visible through the open handle.
        using var reader = new StreamReader(held);
        Assert.Equal("new", reader.ReadToEnd());
    }

    private string In(params string[] parts) => Path.Combine([folder, .. parts]);

    private static void Write(string path, ReportFormat<Verdict> format) =>
        ReportFile.Write(path, format, SampleVerdicts.Clean, ReportOptions.Default);
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>All revisions of the backlogs of other projects, if the folder with them is next to the repository.</summary>
public sealed class RevisionCorpusTests
{
    [Theory]
    [InlineData("ai-maestro.bundle", "docs/BACKLOG.md")]
    [InlineData("vlang-roadmap.bundle", "ROADMAP.md")]
    public void Every_revision_is_read_like_a_file_of_its_own(string bundle, string path)
    {
        var bundles = Repository.Shared is { } shared ? Path.Combine(shared, "corpus", "histories") : "";
        Assert.SkipUnless(File.Exists(Path.Combine(bundles, bundle)), "the histories of other projects are not here");
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Git("clone", "-q", "-b", "main", Path.Combine(bundles, bundle), folder);
            var commits = Encoding.ASCII.GetString(
                Git("-C", folder, "log", "--first-parent", "--reverse", "--format=%H", "--", path)
            );
            var reader = new RevisionReader(new RevisionMemo(ReadingOptions.Default), "x.md");
            var revisions = commits.Split('\n', StringSplitOptions.RemoveEmptyEntries);

            using var blobs = Process.Start(
                new ProcessStartInfo("git", ["-C", folder, "cat-file", "--batch"])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!;
            Assert.All(
                revisions,
                commit =>
                {
                    var text = Blob(blobs, $"{commit}:{path}");
                    Assert.Equal(RevisionText.ReadAlone(text), RevisionText.Of(reader.Read(text)));
                }
            );
            Assert.True(revisions.Length > 10);
            blobs.StandardInput.Close();
            blobs.WaitForExit();
        }
        finally
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                file.IsReadOnly = false; // Windows does not delete read-only files, which git objects are.
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Asks for the content of a file; it is empty where the file is missing.</summary>
    private static byte[] Blob(Process blobs, string name)
    {
        blobs.StandardInput.Write($"{name}\n");
        blobs.StandardInput.Flush();
        var output = blobs.StandardOutput.BaseStream;
        var header = new StringBuilder();
        for (int read; (read = output.ReadByte()) is not ('\n' or -1); )
        {
            header.Append((char)read);
        }

        if (header.ToString().Split(' ') is not [_, "blob", var size])
        {
            return [];
        }

        var content = new byte[int.Parse(size, CultureInfo.InvariantCulture)];
        output.ReadExactly(content);
        output.ReadByte(); // A line break.
        return content;
    }

    private static byte[] Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : [];
    }
}

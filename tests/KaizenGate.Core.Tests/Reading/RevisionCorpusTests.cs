using System.Diagnostics;
using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>The backlogs of other projects through all of their revisions, where the folder with them lies beside the repository.</summary>
public sealed class RevisionCorpusTests
{
    [Theory]
    [InlineData("ai-maestro.bundle", "docs/BACKLOG.md")]
    [InlineData("vlang-roadmap.bundle", "ROADMAP.md")]
    public void Every_revision_gives_what_reading_it_alone_gives(string bundle, string path)
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
            var reader = new RevisionReader(new RevisionMemo(ReadingOptions.Default));
            var revisions = commits.Split('\n', StringSplitOptions.RemoveEmptyEntries);

            Assert.All(
                revisions,
                commit =>
                {
                    var text = Git("-C", folder, "cat-file", "blob", $"{commit}:{path}");
                    Assert.Equal(RevisionText.ReadAlone(text), RevisionText.Of(reader.Read(text)));
                }
            );
            Assert.True(revisions.Length > 10);
        }
        finally
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                file.IsReadOnly = false; // Objects of git are, and Windows deletes no such file.
            }

            Directory.Delete(folder, recursive: true);
        }
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

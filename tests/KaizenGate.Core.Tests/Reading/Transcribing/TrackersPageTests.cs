using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading.Transcribing;

/// <summary>Every example in docs/trackers.md is read as the page shows.</summary>
public sealed class TrackersPageTests
{
    private static string PagePath => Repository.PathOf("docs", "trackers.md");

    [Fact]
    public void Every_example_is_read_as_the_page_shows()
    {
        var page = File.ReadAllText(PagePath).Split('\n').ToList();
        var examples = 0;
        for (var at = 0; at < page.Count; at++)
        {
            // "```csv jira.csv" names the file.
            if (!page[at].StartsWith("```", StringComparison.Ordinal) || page[at].Split(' ') is not [_, var name])
            {
                continue;
            }

            var end = page.IndexOf("```", at);
            Assert.Equal("```text", page[end + 2]);
            var shown = page.IndexOf("```", end + 3);
            var backlog = BacklogReader.Read(
                SourceFile.Named(name),
                string.Join('\n', page[(at + 1)..end]),
                ReadingOptions.Default
            );
            var found = ReadingText.Of(backlog).ToList();
            if (Repository.Refresh)
            {
                page.RemoveRange(end + 3, shown - end - 3);
                page.InsertRange(end + 3, found);
            }
            else
            {
                Assert.Equal(string.Join('\n', page[(end + 3)..shown]), string.Join('\n', found));
            }

            examples++;
            at = end + 2;
        }

        Assert.Equal(10, examples);
        if (Repository.Refresh)
        {
            File.WriteAllText(PagePath, string.Join('\n', page));
        }
    }
}

using KaizenGate.Backlogs;
using KaizenGate.Editing.Steps;
using KaizenGate.Reading;

namespace KaizenGate.Editing;

/// <summary>Real backlogs beside the repository survive each step: it is done, and nothing else changes, or it is refused with a reason.</summary>
public sealed class EditedCorpusTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        if (Repository.Shared is { } shared)
        {
            var folder = Path.Combine(shared, "corpus", "files");
            foreach (
                var file in Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
            )
            {
                data.Add(Path.GetRelativePath(folder, file));
            }
        }

        if (data.Count == 0)
        {
            data.Add("");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_survives_add_and_done(string file)
    {
        Assert.SkipWhen(file.Length == 0, "there is no ../shared");
        var path = Path.Combine(Repository.Shared!, "corpus", "files", file);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var source = SourceFile.Named(file);
        var text = Try(() => EncodedText.Of(source, bytes))?.Text;
        var before = text is null ? null : Manuscript.Read(source, text, ReadingOptions.Default);
        Assert.SkipWhen(before is null, "the file is no valid text");
        var lines = Lines(before);

        var item = new NewItem("Quokka zeppelin", [(FieldName.Impact, "7"), (FieldName.Effort, "3")])
        {
            Captured = Today,
        };
        var id = NewId.StyleOf(before.Backlog, null).Next(before.Backlog, Settings.IdKind.Sequential, () => 0);
        if (Try(() => Capture.Add(before, item, id)) is { } added)
        {
            Assert.Equal(before.Backlog.Improvements.Length + 1, added.Backlog.Improvements.Length);
            Assert.Equal(56, added.Find(id.ToUpperInvariant())?.Score);
            Assert.Empty(lines.Except(Lines(added)));
        }

        foreach (var open in Some(before.Backlog))
        {
            if (Try(() => Progress.Done(before, open, Today, 3, "p95 30 s -> 5 s", null)) is { } done)
            {
                var now = done.Find(open.Key);
                Assert.Equal(Status.Done, now?.Status);
                Assert.Equal(5, now?.MeasuredImpact?.After);
            }
        }
    }

    /// <summary>A few open improvements whose name is theirs alone.</summary>
    private static IEnumerable<Improvement> Some(Backlog backlog) =>
        backlog
            .Improvements.GroupBy(item => item.Key)
            .Where(group => group.Count() == 1)
            .Select(group => group.First())
            .Where(item => item.IsOpen)
            .Take(5);

    private static HashSet<string> Lines(Manuscript manuscript) =>
        [.. manuscript.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static T? Try<T>(Func<T> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (InputException refused)
        {
            TestContext.Current.SendDiagnosticMessage(refused.Message);
            Refusals.Add(refused.Message);
            return null;
        }
    }

    internal static System.Collections.Concurrent.ConcurrentBag<string> Refusals { get; } = [];
}

using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing;

/// <summary>Real backlogs next to the repository; their tests are skipped when the folder is missing.</summary>
internal static class CorpusFiles
{
    private static string? Folder => Repository.Shared is { } shared ? Path.Combine(shared, "corpus", "files") : null;

    /// <summary>Their names; an empty one when there are none.</summary>
    public static TheoryData<string> All()
    {
        var names = Folder is { } folder
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return [.. names.DefaultIfEmpty("")];
    }

    /// <summary>Reads one; the test is skipped without them.</summary>
    public static async Task<EditableBacklog> ReadAsync(string file)
    {
        Assert.SkipWhen(file.Length == 0, "the backlogs of other projects are not here");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder!, file), TestContext.Current.CancellationToken);
        var source = SourceFile.Named(file);
        return EditableBacklog.Read(source, EncodedText.Of(source, bytes).Text, ReadingOptions.Default);
    }

    /// <summary>The open improvements whose name is theirs alone, from all over the file.</summary>
    public static IEnumerable<Improvement> Open(Backlog backlog)
    {
        const int most = 12;
        var open = backlog
            .Improvements.GroupBy(item => item.Key)
            .Where(group => group.Count() == 1)
            .Select(group => group.First())
            .Where(item => item.IsOpen)
            .ToList();
        return open.Where((_, index) => index % Math.Max(1, open.Count / most) == 0);
    }

    /// <summary>The lines that say something.</summary>
    public static List<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];

    /// <summary>The text without the lines of one improvement.</summary>
    public static string Without(EditableBacklog document, string key) =>
        TextEdit.Apply(document.Text, [ItemBlock.Removal(document, document.Find(key)!)]);

    public static (T? Result, InputException? Refusal) Try<T>(Func<T> step)
        where T : class
    {
        try
        {
            return (step(), null);
        }
        catch (InputException refusal)
        {
            return (null, refusal);
        }
    }
}

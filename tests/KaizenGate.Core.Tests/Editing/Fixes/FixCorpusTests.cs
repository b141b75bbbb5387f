using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Editing.Fixes;

/// <summary>Backlogs of other projects, when their folder is next to the repository.</summary>
public class FixCorpusTests
{
    private const int LongestText = 200_000;

    public static TheoryData<string> Files()
    {
        var names = Repository.Shared is { } shared
            ? Directory
                .EnumerateFiles(Path.Combine(shared, "corpus"), "*.md", SearchOption.AllDirectories)
                .Where(file => new FileInfo(file).Length <= LongestText)
                .Select(file => Path.GetRelativePath(shared, file))
                .Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return [.. names.DefaultIfEmpty("")];
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fixes_of_real_backlogs_keep_improvements_statuses_and_words_and_are_idempotent(string file)
    {
        Assert.SkipWhen(file.Length == 0, "the backlogs of other projects are not here");
        var text = await File.ReadAllTextAsync(
            Path.Combine(Repository.Shared!, file),
            TestContext.Current.CancellationToken
        );
        var before = EditableBacklog.Read(SourceFile.Named(file), text, ReadingOptions.Default);

        var after = Of(before).After;

        Assert.True(before.Digest.IsFixedIn(after.Digest));
        Assert.Equal(Kept.Statuses(before), Kept.Statuses(after));
        Assert.Empty(Kept.LostWords(before, after));
        Assert.Equal(after.Text, Of(after).After.Text);
    }

    private static FixOutcome Of(EditableBacklog document) =>
        FixOutcome.Of(document, null, GateSettings.Default, Sample.AsOf, new HashSet<string>());
}

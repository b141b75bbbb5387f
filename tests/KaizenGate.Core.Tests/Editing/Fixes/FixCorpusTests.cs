using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Editing.Fixes;

/// <summary>Backlogs of other projects, when their folder is next to the repository.</summary>
public class FixCorpusTests
{
    [Fact]
    public void Fixes_of_real_backlogs_keep_the_improvements_and_are_idempotent()
    {
        Assert.SkipWhen(Repository.Shared is null, "the backlogs of other projects are not here");
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Shared!, "corpus", "files"), "*.md");
        var wrong = files.Order(StringComparer.Ordinal).Where(file => !IsKept(file)).Select(Path.GetFileName);

        Assert.Empty(wrong);
    }

    private static bool IsKept(string file)
    {
        var text = File.ReadAllText(file);
        if (text.Length > 200_000)
        {
            return true; // Reading it again after each edit takes too long for a test.
        }

        var before = EditableBacklog.Read(SourceFile.Named(file), text, ReadingOptions.Default);
        var once = Of(before);
        return FixTask.IsFix(before.Backlog, once.After.Backlog) && Of(once.After).After.Text == once.After.Text;
    }

    private static FixOutcome Of(EditableBacklog document) =>
        FixOutcome.Of(document, null, GateSettings.Default, Sample.AsOf, new HashSet<string>());
}

using System.Runtime.CompilerServices;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing;

public sealed class EditableBacklogTests
{
    [Fact]
    public void An_edit_of_a_large_text_releases_how_it_was_read_and_reads_it_again_when_needed()
    {
        var line = string.Concat(Enumerable.Repeat("More about it. ", 300));
        var filler = string.Concat(Enumerable.Repeat($"{line}\n", 1000));
        var document = EditableBacklog.Read(
            SourceFile.Named("IMPROVEMENTS.md"),
            $"# Improvements\n\n- [ ] Cache the fonts\n\n{filler}",
            ReadingOptions.Default
        );
        var (backlog, outline) = (BacklogOf(document), OutlineOf(document));

        var after = document.With([
            TextEdit.Insert(document.Text.IndexOf("Cache", StringComparison.Ordinal), "Really "),
        ]);

        GC.Collect();
        Assert.False(backlog.TryGetTarget(out _));
        Assert.False(outline.TryGetTarget(out _));
        Assert.Equal("Cache the fonts", Assert.Single(document.Backlog.Improvements).Title);
        Assert.Equal(1, document.Outline.Scopes[1].Level);
        Assert.Equal("Really Cache the fonts", Assert.Single(after.Backlog.Improvements).Title);
    }

    // In methods of their own, so that no local variable keeps them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Backlog> BacklogOf(EditableBacklog document) => new(document.Backlog);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<OutlineMap> OutlineOf(EditableBacklog document) => new(document.Outline);
}

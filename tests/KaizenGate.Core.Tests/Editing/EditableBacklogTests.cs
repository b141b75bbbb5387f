using System.Runtime.CompilerServices;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing;

public sealed class EditableBacklogTests
{
    [Fact]
    public void An_edit_of_a_large_text_releases_its_outline_and_reads_it_again_when_needed()
    {
        var filler = string.Concat(Enumerable.Repeat("More about it.\n", 300_000));
        var document = EditableBacklog.Read(
            SourceFile.Named("IMPROVEMENTS.md"),
            $"# Improvements\n\n- [ ] Cache the fonts\n\n{filler}",
            ReadingOptions.Default
        );
        var outline = OutlineOf(document);

        var after = document.With([TextEdit.Insert(document.Backlog.Improvements[0].Span.Offset, "Really ")]);

        GC.Collect();
        Assert.False(outline.TryGetTarget(out _));
        Assert.Equal(1, document.Outline.Scopes[1].Level);
        Assert.Equal("Really Cache the fonts", Assert.Single(after.Backlog.Improvements).Title);
    }

    // In a method of its own, so that no local variable keeps it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<OutlineMap> OutlineOf(EditableBacklog document) => new(document.Outline);
}

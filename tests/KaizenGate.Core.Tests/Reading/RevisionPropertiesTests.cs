using System.Text;
using CsCheck;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Each revision is read like a file of its own, however the file changes.</summary>
public class RevisionPropertiesTests
{
    private static readonly string[] Pieces =
    [
        "# Backlog\n\n",
        "## High Priority (Impact: High, Effort: Low)\n\n",
        "## Medium Priority\n",
        "## Completed\n\n",
        "## Deferred\n",
        "## Metadata\n",
        "## Ideas\n\n",
        "## \n",
        "#\n",
        "##",
        " ## indented\n",
        "### [IMP-1] Cache the **restore**\n\n- **Impact:** 8/10\n- **Effort:** 2\n\n",
        "### [IMP-1] Cache the **restore**\n",
        "### [IMP-2] Sign\n\n**Status:** Done\n\nText\ngoes on.\n\n",
        "### Idea `x`\n\nJust text.\n",
        "### Idea `x`\n",
        "#### Steps\n\n- [ ] a step\n",
        "#### Problem\n\nIt is slow.\n",
        "- Effort: XL\n",
        "- Effort: L\n",
        "**Impact:** 3 | **Effort:** 4\n",
        "**Proposed solution:**\n\n",
        "- [ ] task *one*\n",
        "- [ ] task *one*\n  wrapped\n",
        "  - [x] nested\n",
        "    - [ ] nested twice\n",
        "   1. [ ] numbered\n",
        "- [x] ~~old~~ ✅ 2026-01-02\n",
        "- [ ] IMP-1\n",
        "- bullet\n",
        "- IMP-1, IMP-2\n",
        "1. entry\n",
        "- Idea x\n",
        "| Task | Impact | Status |\n|---|---|---|\n",
        "| ID | Task | Effort |\n|---|---|---|\n",
        "| a \\| b | 8 | Open |\n",
        "| IMP-1 | Cache the restore | M |\n",
        "| Idea x | 3 | Done |\n",
        "```\n",
        "  ```\n",
        "~~~\n",
        "- ```\n",
        "    code\n",
        "<!-- kaizen-disable KZ101: why -->\n",
        "<!--\n",
        "-->\n",
        "<div>\n",
        "<pre>\n",
        "</pre>\n",
        "> quote\n",
        "> - [ ] quoted\n",
        "Title\n",
        "===\n",
        "---\n",
        "---\n",
        "...\n",
        "\n",
        "\n",
        "\n\n",
        "\t- tab\n",
        "\t- [ ] tab\n",
        "\r",
        "\r\n",
        "\n",
        "\0",
        "\uFEFF",
        "🚀 ",
        "é",
        "#",
        " ",
        "|",
        "**",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);

    /// <summary>A change at one position: the parts that are removed and the parts that are inserted.</summary>
    private static readonly Gen<(double Place, int Removed, string[] Added, bool IsMove)> Edit = Gen.Select(
        Gen.Double[0, 1],
        Gen.Int[0, 4],
        Piece.Array[0, 3],
        Gen.Bool
    );

    private static readonly Gen<(string[] Start, (double, int, string[], bool)[][] Changes)> History = Gen.Select(
        Piece.Array[0, 40],
        Edit.Array[1, 3].Array[1, 8]
    );

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r", true)]
    public void Every_revision_is_read_like_a_file_of_its_own(string ending, bool mark)
    {
        History.Sample(history =>
        {
            var reader = new RevisionReader(new RevisionMemo(ReadingOptions.Default), "x.md");
            foreach (var pieces in Revisions(history.Start, history.Changes))
            {
                var text = string.Concat(pieces).Replace("\n", ending, StringComparison.Ordinal);
                byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)];
                AssertAsAlone(reader, bytes);
            }
        });
    }

    [Fact]
    public void Files_that_share_a_cache_do_not_affect_each_other()
    {
        Gen.Select(History, History)
            .Sample(
                (first, second) =>
                {
                    var memo = new RevisionMemo(ReadingOptions.Default);
                    var (one, other) = (new RevisionReader(memo, "x.md"), new RevisionReader(memo, "x.md"));
                    var others = Revisions(second.Start, second.Changes).ToList();
                    foreach (var (index, pieces) in Revisions(first.Start, first.Changes).Index())
                    {
                        AssertAsAlone(one, Encoding.UTF8.GetBytes(string.Concat(pieces)));
                        AssertAsAlone(other, Encoding.UTF8.GetBytes(string.Concat(others[index % others.Count])));
                    }
                }
            );
    }

    [Fact]
    public void The_same_text_gives_the_same_objects()
    {
        Gen.Select(Piece.Array[0, 40], Piece.Array[0, 40])
            .Sample(
                (first, second) =>
                {
                    var reader = new RevisionReader(new RevisionMemo(ReadingOptions.Default), "x.md");
                    var before = reader.Read(Encoding.UTF8.GetBytes(string.Concat(first)));
                    var same = reader.Read(Encoding.UTF8.GetBytes(string.Concat(first)));
                    RevisionText.AssertSameObjects(before, same);
                }
            );
    }

    [Fact]
    public void A_last_section_that_changes_leaves_all_before_as_it_is()
    {
        Piece
            .Array[0, 40]
            .Sample(pieces =>
            {
                var text = $"{string.Concat(pieces)}\n\n# End\n";
                var read = text[0] is '\uFEFF' ? text[1..] : text; // Without the mark, a section may be a repeated one.
                var cuts = SectionCutter.Cut(new LineMap(read), read.Length);
                var sections = cuts.Sections.ConvertAll(cut => read.Substring(cut.Offset, cut.Length).TrimEnd());
                if (cuts.Sections is not [.., { Length: 6 }] || sections.Distinct().Count() < sections.Count)
                {
                    return; // Markup above is not closed, or a section is repeated and was cached once.
                }

                var reader = new RevisionReader(new RevisionMemo(ReadingOptions.Default), "x.md");
                var before = reader.Read(Encoding.UTF8.GetBytes(text));
                var after = reader.Read(Encoding.UTF8.GetBytes($"{text}\nMore.\n"));
                RevisionText.AssertSameObjects(before, after);
            });
    }

    [Fact]
    public void Any_revision_is_read_like_a_file_of_its_own()
    {
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 200], Piece.Array[0, 10])
            .Sample(
                (first, second, pieces) =>
                {
                    var reader = new RevisionReader(new RevisionMemo(ReadingOptions.Default), "x.md");
                    var text = Encoding.UTF8.GetBytes(string.Concat(pieces));
                    AssertAsAlone(reader, [.. text, .. first]);
                    AssertAsAlone(reader, [.. text, .. first, .. text]);
                    AssertAsAlone(reader, [.. text, .. second, .. text]);
                    AssertAsAlone(reader, [.. second, .. text]);
                }
            );
    }

    private static IEnumerable<List<string>> Revisions(string[] start, (double, int, string[], bool)[][] changes)
    {
        var pieces = start.ToList();
        yield return pieces;
        foreach (var change in changes)
        {
            foreach (var (place, removed, added, isMove) in change)
            {
                var at = (int)(place * pieces.Count);
                var taken = pieces.Slice(at, Math.Min(removed, pieces.Count - at));
                pieces.RemoveRange(at, taken.Count);
                pieces.InsertRange(at, added);
                if (isMove)
                {
                    pieces.InsertRange((int)((1 - place) * pieces.Count), taken);
                }
            }

            yield return pieces;
        }
    }

    private static void AssertAsAlone(RevisionReader reader, byte[] bytes)
    {
        var items = RevisionText.Of(reader.Read(bytes));
        if (RevisionText.ReadAlone(bytes) is { } alone)
        {
            Assert.Equal(alone, items);
        }
    }
}

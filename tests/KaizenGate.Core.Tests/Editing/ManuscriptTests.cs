using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using KaizenGate.Backlogs;
using KaizenGate.Reading;

namespace KaizenGate.Editing;

/// <summary>After an edit only what changed is read again; nobody may notice.</summary>
public sealed class ManuscriptTests
{
    private const string Text = """
        # Backlog

        - **Total Open:** 3

        ## High Priority (Impact 8-10)

        ### [IMP-001] Cache the fonts

        - **Impact:** 9/10
        - **Effort:** 2/10
        - **Captured:** 2026-01-05
        - **Measured Impact:** p95 30 s → 5 s

        ### [IMP-002] Sweep the shelves

        - **Impact:** 7
        - **Effort:** M
        - **Status:** In Progress

        ## Low Priority

        ### [IMP-003] Paint the door

        **Impact:** often
        **Effort:** 3

        #### Notes

        Words below.

        - [ ] IMP-004: Oil the hinge
          - Impact: 3

        ## Completed

        ### [IMP-005] Fix the lamp ✅ 2026-02-01

        - **Time Spent:** 2 h
        - **ROI:** 3

        """;

    /// <summary>What an edit may bring in: headings of all levels and meanings, fields, line breaks, beginnings without an end.</summary>
    private static readonly string[] Snippets =
    [
        "",
        "\n",
        "\r\n",
        "x",
        "\n\n## Rejected\n\n",
        "\n# Ideas\n",
        "\n#### Deep\n\n",
        "\n### [IMP-009] New\n\n- **Impact:** 4\n",
        "\n- **Effort:** L\n",
        "\n<!-- kaizen-disable KZ201 -->\n",
        "\n```\n",
        "\n## Medium Priority (Impact 5-7)\n\n",
        "- ",
        "| a | b |\n| --- | --- |\n",
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
    };

    private static readonly Gen<(int Place, int Length, int Snippet)> Edits = Gen.Select(
        Gen.Int[0, 100_000],
        Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[1, 5]), (1, Gen.Int[6, 300])),
        Gen.Int[0, Snippets.Length - 1]
    );

    [Fact]
    public void An_edited_text_is_read_as_if_it_were_new() =>
        Gen.Select(Gen.Bool, Edits.Array[1, 4])
            .Sample((isWindows, edits) => Check(isWindows ? Text.ReplaceLineEndings("\r\n") : Text, edits), iter: 1000);

    [Fact]
    public void What_was_not_touched_keeps_its_values_at_its_new_place()
    {
        var before = Read(Text);
        var after = before.With([new TextEdit(0, 0, "Words.\n\n")]);

        var (old, now) = (before.Find("IMP-001")!, after.Find("IMP-001")!);
        Assert.Equal(old.Span.Offset + 8, now.Span.Offset);
        Assert.Equal(old.Span.Line + 2, now.Span.Line);
        Assert.Equal(old.Impact!.Span.Line + 2, now.Impact!.Span.Line);
        Assert.Same(old.Title, now.Title);
    }

    private static void Check(string text, (int Place, int Length, int Snippet)[] edits)
    {
        var manuscript = Read(text);
        foreach (var (place, length, snippet) in edits)
        {
            var offset = place % (manuscript.Text.Length + 1);
            manuscript = manuscript.With([
                new TextEdit(offset, Math.Min(length, manuscript.Text.Length - offset), Snippets[snippet]),
            ]);
            Assert.Equal(Told(Read(manuscript.Text)), Told(manuscript));
        }
    }

    private static Manuscript Read(string text) =>
        Manuscript.Read(SourceFile.Named("B.md"), text, ReadingOptions.Default);

    /// <summary>Everything that was read, with all places.</summary>
    private static string Told(Manuscript manuscript) => JsonSerializer.Serialize(manuscript.Backlog, Json);
}

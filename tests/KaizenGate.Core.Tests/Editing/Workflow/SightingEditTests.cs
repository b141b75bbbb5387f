using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class SightingEditTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData(
        "### [A-1] T\n\n- **Impact:** 8\n",
        "### [A-1] T\n\n- **Impact:** 8\n- **Seen:** 2026-03-02 (run 412)\n"
    )]
    [InlineData(
        "### [A-1] T\n\n- **Seen:** 2026-02-01 (*here*)\n- **Owner:** Ada\n",
        "### [A-1] T\n\n- **Seen:** 2026-02-01 (*here*), 2026-03-02 (run 412)\n- **Owner:** Ada\n"
    )]
    [InlineData("### [A-1] T\n\n- **Seen:** -\n", "### [A-1] T\n\n- **Seen:** 2026-03-02 (run 412)\n")]
    [InlineData("- [x] **A-1** T\n", "- [x] **A-1** T\n  - Seen: 2026-03-02 (run 412)\n")]
    [InlineData(
        "- [ ] T\n  - Seen:\n    - 2026-02-01\n    - 2026-02-02: x\n  - Owner: Ada\n",
        "- [ ] T\n  - Seen:\n    - 2026-02-01\n    - 2026-02-02: x\n    - 2026-03-02 (run 412)\n  - Owner: Ada\n"
    )]
    [InlineData(
        "| ID | Improvement | Impact | Seen |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | 2026-02-01 |\n| A-2 | U | 8 | |\n",
        "| ID | Improvement | Impact | Seen |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | 2026-02-01, 2026-03-02 (run 412) |\n| A-2 | U | 8 | |\n"
    )]
    [InlineData(
        "| ID | Improvement | Impact | Seen |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | |\n",
        "| ID | Improvement | Impact | Seen |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | 2026-03-02 (run 412) |\n"
    )]
    public void A_sighting_is_added_in_the_form_of_the_file(string text, string expected) =>
        Assert.Equal(expected, Add(text, "run 412").Text);

    [Fact]
    public void A_day_without_evidence_is_a_sighting() =>
        Assert.EndsWith(
            "- **Seen:** 2026-03-02\n",
            Add("### [A-1] T\n\n- **Impact:** 8\n", null).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_same_day_with_the_same_evidence_is_written_once()
    {
        var once = Add("### [A-1] T\n\n- **Impact:** 8\n", "run `412`");

        Assert.Same(once, SightingEdit.Add(once, once.Backlog.Improvements[0], Day, "run `412`"));
        Assert.Equal(
            2,
            SightingEdit
                .Add(once, once.Backlog.Improvements[0], Day, "run 413")
                .Backlog.Improvements[0]
                .Sightings.Length
        );
    }

    [Fact]
    public void A_table_without_a_column_for_it_is_refused() =>
        Assert.Contains(
            "\"Seen\"",
            Assert
                .Throws<InputException>(() =>
                    Add("| ID | Improvement | Impact |\n| --- | --- | --- |\n| A-1 | T | 8 |\n", "x")
                )
                .Error.Help,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_long_evidence_is_refused() =>
        Assert.Contains(
            "501 characters",
            Assert.Throws<InputException>(() => Add("### [A-1] T\n", new string('x', 501))).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a) b")]
    [InlineData("(((")]
    [InlineData("`make test | tee log` failed (exit code 2)")]
    [InlineData("make test | tee log")]
    [InlineData("error CS0103: the name 'x' does not exist, C:\\src\\a.cs")]
    [InlineData("x\n### [A-9] Other\n")]
    [InlineData("2026-01-01, 2026-01-02")]
    [InlineData("[run 412](https://example.org/runs/412)")]
    public void Hostile_evidence_becomes_evidence(string evidence) =>
        Assert.Single(Assert.Single(Add("### [A-1] T\n\n- **Impact:** 8\n", evidence).Backlog.Improvements).Sightings);

    [Fact]
    public void Any_evidence_is_read_as_given_or_refused() =>
        Gen.Select(
                OneOf(
                    "### [A-1] T\n\n- **Impact:** 8\n- **Seen:** 2026-02-01 (a)\n\n### [A-2] U\n",
                    "- [ ] T\n- [ ] U\n",
                    "| ID | Improvement | Impact | Seen |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | |\n| A-2 | U | 8 | |\n"
                ),
                OneOf(
                    "(",
                    ")",
                    "[",
                    "]",
                    "`",
                    "*",
                    "|",
                    "\\",
                    "\n",
                    "<!--",
                    "-->",
                    "Status: Done",
                    ", ",
                    "2026-01-01",
                    "x",
                    "_",
                    "~~",
                    "#",
                    "✅",
                    "\0"
                ).Array[1, 8]
            )
            .Sample(
                (text, parts) =>
                {
                    var before = Read(text);
                    try
                    {
                        var after = SightingEdit.Add(before, before.Backlog.Improvements[0], Day, string.Concat(parts));
                        Assert.Equal(2, after.Backlog.Improvements.Length);
                        Assert.Equal(Day, after.Backlog.Improvements[0].Sightings[^1].Day);
                        Assert.Equal(
                            before.Backlog.Improvements[0].Sightings.Length + 1,
                            after.Backlog.Improvements[0].Sightings.Length
                        );
                    }
                    catch (InputException refused)
                    {
                        Assert.NotEmpty(refused.Error.Help!);
                    }
                }
            );

    private static EditableBacklog Add(string text, string? evidence)
    {
        var document = Read(text);
        return SightingEdit.Add(document, document.Backlog.Improvements[0], Day, evidence);
    }

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}

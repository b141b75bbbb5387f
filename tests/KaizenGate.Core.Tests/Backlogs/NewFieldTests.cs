using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Editing.Merging;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;
using KaizenGate.Core.Tests.Reading;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Backlogs;

/// <summary>A field that is only added to the table is read, merged, edited, guarded and reported like every other.</summary>
public sealed partial class NewFieldTests
{
    private static readonly FieldDefinition<DateOnly> BlockedUntil = new(
        "blockedUntil",
        FieldKind.Date,
        "the day before which work cannot begin",
        "Blocked Until, Gesperrt bis"
    );

    private static readonly FieldDefinition<double> HoursLost = new(
        "hoursLost",
        FieldKind.Hours,
        "hours lost to it so far",
        "Hours Lost"
    );

    private static readonly ReadingOptions Options = new()
    {
        Fields = FieldCatalog.Table.With(BlockedUntil).With(HoursLost),
    };

    [Theory]
    [InlineData("### [A-1] T\n\n- **Blocked Until:** 2026-05-01\n")]
    [InlineData("### [A-1] T\n\nGesperrt bis: 2026-05-01\n")]
    [InlineData("- [ ] T\n  - blocked until: 2026-05-01\n")]
    [InlineData("| Task | Impact | Blocked until |\n| --- | --- | --- |\n| T | 8 | 2026-05-01 |\n")]
    public void It_is_read_under_each_of_its_labels(string text) =>
        Assert.Equal(new DateOnly(2026, 5, 1), Md.One(text, Options).Values.Of(BlockedUntil)?.Value);

    [Theory]
    [InlineData("- Hours lost: 3 h\n", 3.0)]
    [InlineData("- Hours lost: many users complain\n", null)]
    public void Its_kind_defines_how_it_is_read(string line, double? expected) =>
        Assert.Equal(expected, Md.One($"### [A-1] T\n\n{line}", Options).Values.Of(HoursLost)?.Value);

    [Fact]
    public void A_date_that_does_not_exist_is_reported() =>
        Assert.Contains(
            "2026-02-30",
            Assert.Single(Md.Read("### [A-1] T\n\n- **Blocked Until:** 2026-02-30\n", Options).Problems).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_settings_can_add_labels_for_it()
    {
        var cursor = new JsonCursor(new SettingsText("kaizen.json", "{\"blockedUntil\": [\"Waits for\"]}"u8.ToArray()));
        var labels = SettingsKeys
            .FieldLabels(Options.Fields)
            .Read(ref cursor, "fields")(ImmutableDictionary<FieldDefinition, ImmutableArray<string>>.Empty);

        var item = Md.One("### [A-1] T\n\n- Waits for: 2026-05-01\n", Options with { Labels = labels });

        Assert.Equal(new DateOnly(2026, 5, 1), item.Values.Of(BlockedUntil)?.Value);
    }

    [Fact]
    public void It_comes_from_the_place_that_has_it()
    {
        var item = Md.One(
            "| ID | Task | Impact | Blocked until |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | 2026-05-01 |\n\n### [A-1] T\n\n- **Effort:** 2\n",
            Options
        );

        Assert.Equal((8, 2), (item.Impact?.Value, item.Effort?.Value));
        Assert.Equal(new DateOnly(2026, 5, 1), item.Values.Of(BlockedUntil)?.Value);
    }

    [Fact]
    public void Two_places_contradict_each_other_until_the_fix()
    {
        var before = Manuscript(
            "| ID | Task | Impact | Blocked until |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | 2026-05-01 |\n\n### [A-1] T\n\n- **Blocked Until:** 2026-06-01\n"
        );

        var after = FixOutcome
            .Of(before, null, GateSettings.Default, Sample.AsOf, new HashSet<string> { "KZ904" })
            .After;

        var contradiction = Assert.Single(before.Backlog.Improvements[0].Contradictions);
        Assert.Equal((BlockedUntil, "blocked until"), (contradiction.Field, contradiction.Field.Words));
        Assert.Contains("| A-1 | T | 8 | 2026-06-01 |", after.Text, StringComparison.Ordinal);
        Assert.Empty(after.Backlog.Improvements[0].Contradictions);
    }

    [Theory]
    [InlineData(
        "### [A-1] T\n\n- **Impact:** 8\n- **ID:** A-1\n",
        "### [A-1] T\n\n- **Impact:** 8\n- **ID:** A-1\n- **Blocked Until:** 2026-05-01\n"
    )]
    [InlineData(
        "### [A-1] T\n\n- **Impact:** 8\n\n### [A-2] U\n\n- **Gesperrt bis:** 2026-06-01\n",
        "### [A-1] T\n\n- **Impact:** 8\n- **Gesperrt bis:** 2026-05-01\n\n### [A-2] U\n\n- **Gesperrt bis:** 2026-06-01\n"
    )]
    public void An_edit_writes_it_in_field_order_under_the_label_of_the_file(string before, string after) =>
        Assert.Equal(after, Set(before, BlockedUntil, "2026-05-01"));

    [Fact]
    public void Other_fields_are_written_before_it() =>
        Assert.Equal(
            "### [A-1] T\n\n- **Impact:** 8\n- **Review Date:** 2026-07-01\n- **Blocked Until:** 2026-05-01\n",
            Set(
                "### [A-1] T\n\n- **Impact:** 8\n- **Blocked Until:** 2026-05-01\n",
                FieldCatalog.ReviewDate,
                "2026-07-01"
            )
        );

    [Fact]
    public void A_fix_that_changes_it_is_refused() =>
        Assert.False(
            new BacklogDigest(Md.Read("### [A-1] T\n\n- Blocked until: 2026-05-01\n", Options)).IsFixedIn(
                new BacklogDigest(Md.Read("### [A-1] T\n\n- Blocked until: 2026-05-02\n", Options))
            )
        );

    [Fact]
    public void Two_branches_that_add_it_and_another_field_at_one_place_are_merged()
    {
        const string Ancestor = "### [A-1] T\n\n- **Impact:** 8\n";

        var merged = MergedBacklog.Of(
            Encoding.UTF8.GetBytes(Ancestor),
            Encoding.UTF8.GetBytes(Ancestor + "- **Blocked Until:** 2026-05-01\n"),
            Encoding.UTF8.GetBytes(Ancestor + "- **Owner:** Ada\n"),
            Options,
            new ConflictMarkers("main", "feature"),
            _ => false
        )!;

        Assert.Equal(
            Ancestor + "- **Owner:** Ada\n- **Blocked Until:** 2026-05-01\n",
            Encoding.UTF8.GetString(merged.Bytes.Span)
        );
        Assert.Equal(0, merged.Conflicts);
    }

    [Fact]
    public void Every_improvement_in_JSON_has_it()
    {
        using var stated = JsonOf("### [A-1] T\n\n- **Blocked Until:** 2026-05-01\n- **Hours Lost:** 3 h\n");
        using var missing = JsonOf("### [A-1] T\n");

        Assert.Equal("2026-05-01", stated.RootElement.GetProperty("blockedUntil").GetString());
        Assert.Equal(3, stated.RootElement.GetProperty("hoursLost").GetDouble());
        Assert.Equal(JsonValueKind.Null, missing.RootElement.GetProperty("blockedUntil").ValueKind);
    }

    [Fact]
    public void The_documentation_lists_it()
    {
        Assert.Contains(
            "\n| `blockedUntil` | date or null | the day before which work cannot begin |\n",
            JsonPageTests.Table(Options.Fields),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n| blockedUntil | Blocked Until · Gesperrt bis |\n",
            BacklogFormatPageTests.Table(Options.Fields),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Only_the_catalog_lists_the_fields()
    {
        var names = FieldCatalog
            .Table.WithValue.Select(field => field.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var source = Repository.PathOf("src");

        var knowing = Directory
            .EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                MembersIn(File.ReadAllText(path)).Where(names.Contains).Distinct().Count() > names.Count * 2 / 3
            )
            .Select(Path.GetFileName);

        Assert.Equal(["ImprovementFields.cs"], knowing);
    }

    private static IEnumerable<string> MembersIn(string code) =>
        Member().Matches(code).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\.(\w+)")]
    private static partial Regex Member();

    private static EditableBacklog Manuscript(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, Options);

    private static string Set(string text, FieldDefinition field, string value)
    {
        var manuscript = Manuscript(text);
        return manuscript.With(ItemFields.Set(manuscript, manuscript.Backlog.Improvements[0], field, value)).Text;
    }

    /// <summary>Returns the first improvement of the JSON report, whose writer <c>list</c>, <c>show</c> and the edits share.</summary>
    private static JsonDocument JsonOf(string text)
    {
        var buffer = new MemoryStream();
        JsonItem.Contract.Write(buffer, new(Md.One(text, Options), Scoring.Default, "IMPROVEMENTS.md"));
        return JsonDocument.Parse(buffer.ToArray());
    }
}

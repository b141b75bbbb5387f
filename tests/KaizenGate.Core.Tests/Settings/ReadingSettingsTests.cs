using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>The <c>reading</c> settings.</summary>
public sealed class ReadingSettingsTests
{
    [Theory]
    [InlineData("toDo", false, Status.ToDo, null)]
    [InlineData("inProgress", false, Status.InProgress, null)]
    [InlineData("done", false, Status.Done, null)]
    [InlineData("deferred", false, Status.Deferred, null)]
    [InlineData("rejected", false, Status.Rejected, null)]
    [InlineData("high", false, null, Priority.High)]
    [InlineData("medium", false, null, Priority.Medium)]
    [InlineData("low", false, null, Priority.Low)]
    [InlineData("items", false, null, null)]
    [InlineData("ignore", true, null, null)]
    internal void A_section_has_one_meaning(string word, bool isIgnored, Status? status, Priority? priority) =>
        Assert.Equal(
            [new SectionSetting("Später 🕐", isIgnored, status, priority)],
            Read($$$"""{"sections": {"Später 🕐": "{{{word}}}"}}""").Sections
        );

    [Fact]
    public void Ignored_headings_are_sections_that_are_not_read() =>
        Assert.Equal(
            [new SectionSetting("Glossary", true, null, null), new SectionSetting("Release", true, null, null)],
            Read("""{"ignore": ["Release", "Glossary", "Release"]}""").Sections
        );

    [Fact]
    public void A_column_is_a_field()
    {
        var columns = Read("""{"columns": {"User Story": "title", "Wert": "impact"}}""").Columns;

        Assert.Equal((FieldCatalog.Title, FieldCatalog.Impact), (columns["User Story"], columns["Wert"]));
    }

    [Fact]
    public void A_word_and_a_box_have_a_status()
    {
        var reading = Read("""{"statuses": {"🟣": "inProgress"}, "boxes": {"wip": "inProgress", "!": "toDo"}}""");

        Assert.Equal(Status.InProgress, reading.Statuses["🟣"]);
        Assert.Equal((Status.InProgress, Status.ToDo), (reading.Boxes["wip"], reading.Boxes["!"]));
    }

    [Theory]
    [InlineData("auto", null)]
    [InlineData("headings", PartForm.Heading)]
    [InlineData("entries", PartForm.Entry)]
    [InlineData("rows", PartForm.Row)]
    internal void The_items_have_one_form_or_any(string word, PartForm? form) =>
        Assert.Equal(form, Read($$"""{"items": "{{word}}"}""").Items);

    [Fact]
    public void Entries_of_several_files_add_up_and_the_later_file_wins()
    {
        using var folder = new SettingsFolder();
        folder
            .Write(
                "base.json",
                """{"reading": {"sections": {"Now": "high", "Ideas": "items"}, "boxes": {"?": "toDo", "w": "done"}}}"""
            )
            .Write(
                "kaizen.json",
                """{"extends": "base.json", "reading": {"ignore": "Ideas", "boxes": {"w": "inProgress"}}}"""
            );

        var reading = folder.Load().Settings.Reading;

        Assert.Equal(
            [new SectionSetting("Now", false, null, Priority.High), new SectionSetting("Ideas", true, null, null)],
            reading.Sections
        );
        Assert.Equal((Status.ToDo, Status.InProgress), (reading.Boxes["?"], reading.Boxes["w"]));
    }

    [Theory]
    [InlineData("""{"section": {}}""", 14, "unknown key \"section\" in reading", "Did you mean \"sections\"?")]
    [InlineData(
        """{"sections": {"Ideas": "hihg"}}""",
        36,
        "reading.sections[\"Ideas\"] must be toDo, inProgress, done, deferred, rejected, high, medium, low, items or ignore, not \"hihg\"",
        "Did you mean \"high\"?"
    )]
    [InlineData("""{"columns": {"Story": "titel"}}""", 35, null, "Did you mean \"title\"?")]
    [InlineData(
        """{"statuses": {"parked": "paused"}}""",
        37,
        "reading.statuses[\"parked\"] must be toDo, inProgress, done, deferred or rejected, not \"paused\"",
        null
    )]
    [InlineData(
        """{"boxes": {"wip": true}}""",
        31,
        "reading.boxes[\"wip\"] must be toDo, inProgress, done, deferred or rejected, not true",
        null
    )]
    [InlineData(
        """{"boxes": {"[wip]": "done"}}""",
        24,
        "a key of reading.boxes must be the text between the brackets of a box, at most 20 characters, not \"[wip]\"",
        null
    )]
    [InlineData(
        """{"sections": {" ": "high"}}""",
        27,
        "a key of reading.sections must be a non-empty string, not \" \"",
        null
    )]
    [InlineData("""{"ignore": [""]}""", 25, "reading.ignore[0] must be a non-empty string, not \"\"", null)]
    [InlineData(
        """{"items": "tables"}""",
        23,
        "reading.items must be auto, headings, entries or rows, not \"tables\"",
        null
    )]
    public void A_mistake_is_an_error_with_place_and_remedy(string reading, int column, string? message, string? help)
    {
        var error = SettingsFolder.ErrorIn($$"""{"reading": {{reading}}}""");

        Assert.Equal(
            (1, column, message ?? error.Message, help ?? "`dotnet kaizen schema` describes all settings."),
            (error.Line!.Value, error.Column!.Value, error.Message, error.Help)
        );
    }

    private static ReadingSettings Read(string reading) =>
        SettingsFolder.Read($$"""{"reading": {{reading}}}""").Reading;
}

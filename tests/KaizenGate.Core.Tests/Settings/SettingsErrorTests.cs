using KaizenGate.Backlogs;

namespace KaizenGate.Settings;

/// <summary>What a wrong kaizen.json is told.</summary>
public sealed class SettingsErrorTests
{
    [Theory]
    // Keys
    [InlineData("{\n  \"peple\": 3\n}", 2, 3, "unknown key \"peple\"", "Did you mean \"people\"?")]
    [InlineData("{\"scoring\": {\"hihg\": 3}}", 1, 14, "unknown key \"hihg\" in scoring", "Did you mean \"high\"?")]
    [InlineData(
        "{\"scoring\": {\"colour\": 3}}",
        1,
        14,
        "unknown key \"colour\" in scoring",
        "Known here: scale, formula, effortIsEase, high, medium, effortFromHours."
    )]
    [InlineData("{\"rules\": {\"KZ31\": \"off\"}}", 1, 12, "unknown key \"KZ31\" in rules", "Did you mean \"KZ301\"?")]
    [InlineData(
        "{\"rules\": {\"unscoerd\": \"off\"}}",
        1,
        12,
        "unknown key \"unscoerd\" in rules",
        "Did you mean \"unscored\"?"
    )]
    [InlineData(
        "{\"rules\": {\"something-else\": \"off\"}}",
        1,
        12,
        "unknown key \"something-else\" in rules",
        "`dotnet kaizen rules` lists the rules."
    )]
    [InlineData(
        "{\"rules\": {\"KZ301\": {\"minCapture\": 3}}}",
        1,
        22,
        "unknown key \"minCapture\" in rules.KZ301",
        "Did you mean \"minCaptured\"?"
    )]
    [InlineData("{\"fields\": {\"other\": \"x\"}}", 1, 13, "unknown key \"other\" in fields", null)]
    [InlineData(
        "{\"people\": 1,\r\n\t\"people\": 2}",
        2,
        2,
        "the key \"people\" stands here twice",
        "Keep one of them."
    )]
    [InlineData(
        "{\"rules\": {\"KZ201\": \"off\", \"unscored\": \"info\"}}",
        1,
        28,
        "KZ201 (unscored) is set here twice",
        "Keep one of them."
    )]
    [InlineData(
        "{\"metrics\": {\"p95\": {\"better\": \"lower\"}, \"p95\": {\"better\": \"lower\"}}}",
        1,
        42,
        "metrics has the key \"p95\" twice",
        "Keep one of them."
    )]
    [InlineData("{\"metrics\": {\"p95\": {}}}", 1, 21, "metrics[\"p95\"] lacks the key \"better\"", "Add \"better\".")]
    // Types
    [InlineData("[]", 1, 1, "the content is a list; it must be an object", null)]
    [InlineData("{\"people\": \"3\"}", 1, 12, "people is \"3\"; it must be a whole number from 1 to 10000", null)]
    [InlineData("{\"people\": null}", 1, 12, "people is null; it must be a whole number from 1 to 10000", null)]
    [InlineData("{\"root\": 1}", 1, 10, "root is 1; it must be true or false", null)]
    [InlineData("{\"archive\": []}", 1, 13, "archive is a list; it must be a text that is not empty", null)]
    [InlineData("{\"backlogs\": [\"a\", 7]}", 1, 20, "backlogs[1] is 7; it must be a text that is not empty", null)]
    [InlineData("{\"scoring\": true}", 1, 13, "scoring is true; it must be an object", null)]
    [InlineData("{\"metrics\": 1}", 1, 13, "metrics is 1; it must be an object", null)]
    [InlineData(
        "{\"rules\": {\"KZ201\": 2}}",
        1,
        21,
        "rules.KZ201 is 2; it must be a severity or an object with the rule's options",
        null
    )]
    // Values
    [InlineData("{\"people\": 0}", 1, 12, "people is 0; it must be a whole number from 1 to 10000", null)]
    [InlineData("{\"people\": 1.5}", 1, 12, "people is 1.5; it must be a whole number from 1 to 10000", null)]
    [InlineData("{\"people\": 1e999}", 1, 12, "people is 1e999; it must be a whole number from 1 to 10000", null)]
    [InlineData("{\"hoursPerWeek\": 169}", 1, 18, "hoursPerWeek is 169; it must be a number from 1 to 168", null)]
    [InlineData("{\"archive\": \" \"}", 1, 13, "archive is \" \"; it must be a text that is not empty", null)]
    [InlineData(
        "{\"failOn\": \"warnings\"}",
        1,
        12,
        "failOn is \"warnings\"; it must be one of error, warning, info, never",
        "Did you mean \"warning\"?"
    )]
    [InlineData(
        "{\"failOn\": \"Error\"}",
        1,
        12,
        "failOn is \"Error\"; it must be one of error, warning, info, never",
        "Did you mean \"error\"?"
    )]
    [InlineData(
        "{\"maxFileSize\": \"2 TiB\"}",
        1,
        17,
        "maxFileSize is \"2 TiB\"; it must be a size from 1 byte to 1 GiB, such as 1048576 or \"64 MiB\"",
        null
    )]
    [InlineData("{\"scoring\": {\"scale\": 7}}", 1, 23, "scoring.scale is 7; it must be \"1-10\" or \"1-5\"", null)]
    [InlineData(
        "{\"rules\": {\"KZ301\": {\"minCaptured\": 0}}}",
        1,
        37,
        "rules.KZ301.minCaptured is 0; it must be a number from 1 to 1000",
        null
    )]
    [InlineData(
        "{\"rules\": {\"KZ301\": {\"forms\": [\"tsak\"]}}}",
        1,
        32,
        "rules.KZ301.forms[0] is \"tsak\"; it must be one of heading, task",
        "Did you mean \"task\"?"
    )]
    [InlineData(
        "{\"scoring\": {\"formula\": \"impact ^ 2\"}}",
        1,
        33,
        "scoring.formula is \"impact ^ 2\", which is no formula: one of + - * / ) should stand where ^ is",
        null
    )]
    [InlineData(
        "{\"scoring\": {\"high\": 30, \"medium\": 60}}",
        1,
        36,
        "scoring.medium is 60, which is more than scoring.high, 30",
        null
    )]
    [InlineData(
        "{\"scoring\": {\"high\": 30}}",
        1,
        22,
        "scoring.medium is 40, which is more than scoring.high, 30",
        null
    )]
    // JSON
    [InlineData("", 1, 1, "the JSON ends too early", "Complete the file.")]
    [InlineData("// nothing yet\n", 2, 1, "the JSON ends too early", "Complete the file.")]
    [InlineData("{\"people\": 1", 1, 13, "the JSON ends too early", "Complete the file.")]
    [InlineData("{\"people\": 1\n\"root\": true}", 2, 1, "this is not JSON from \"\"\" on", null)]
    [InlineData("{\"people\": one}", 1, 12, "this is not JSON from \"one\" on", null)]
    [InlineData("{} trailing", 1, 4, "this is not JSON from \"trailing\" on", null)]
    // Characters that are not in ASCII count as one column, those outside of the basic plane as two.
    [InlineData("{\"archive\": \"é𝄞\", \"x\": 1}", 1, 20, "unknown key \"x\"", null)]
    // What stands first is told first.
    [InlineData(
        "{\"people\": 0, \"peple\": 1, ",
        1,
        12,
        "people is 0; it must be a whole number from 1 to 10000",
        null
    )]
    // Nothing in a message may steer a terminal.
    [InlineData("{\"a\\u001b[31m\\nb\": 1}", 1, 2, "unknown key \"a\\u001B[31m\\u000Ab\"", null)]
    public void A_wrong_file_is_told_where_and_what(string json, int line, int column, string message, string? help)
    {
        var error = SettingsFolder.ErrorIn(json);
        Assert.Equal(
            ("kaizen.json", line, column, message, help ?? error.Help),
            (error.Path!, error.Line, error.Column, error.Message, error.Help)
        );
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_told_where_it_stops_being_so()
    {
        using var folder = new SettingsFolder();
        File.WriteAllBytes(Path.Combine(folder.Root, "kaizen.json"), [.. "{\n  \"archive\": \""u8, 0xE9, .. "\"}"u8]);
        var error = folder.Error();
        Assert.Equal((2, 15), (error.Line, error.Column));
        Assert.Equal("the file is not UTF-8: a byte here belongs to no character", error.Message);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Equal(
            (1, 13, "this text holds half of a surrogate pair, which is no character"),
            SettingsFolder.ErrorIn("{\"archive\": \"\\ud800\"}") is var error
                ? (error.Line, error.Column, error.Message)
                : default
        );

    [Fact]
    public void A_key_of_any_length_is_shown_in_short() =>
        Assert.Equal(
            $"unknown key \"{new string('k', 60)}…\"",
            SettingsFolder.ErrorIn($$"""{"{{new string('k', 100_000)}}": 1}""").Message
        );
}

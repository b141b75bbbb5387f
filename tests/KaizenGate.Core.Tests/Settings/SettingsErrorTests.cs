namespace KaizenGate.Core.Tests.Settings;

/// <summary>Errors of an invalid kaizen.json.</summary>
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
        "Use one of scale, formula, effortIsEase, high, medium, effortFromHours."
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
    [InlineData("{\"people\": 1,\r\n\t\"people\": 2}", 2, 2, "duplicate key \"people\"", "Remove one of them.")]
    [InlineData(
        "{\"rules\": {\"KZ201\": \"off\", \"unscored\": \"info\"}}",
        1,
        28,
        "duplicate key KZ201 (unscored)",
        "Remove one of them."
    )]
    [InlineData(
        "{\"metrics\": {\"p95\": {\"better\": \"lower\"}, \"p95\": {\"better\": \"lower\"}}}",
        1,
        42,
        "duplicate key \"p95\" in metrics",
        "Remove one of them."
    )]
    [InlineData("{\"metrics\": {\"p95\": {}}}", 1, 21, "metrics[\"p95\"] has no key \"better\"", "Add \"better\".")]
    // Types
    [InlineData("[]", 1, 1, "the content must be an object, not a list", null)]
    [InlineData("{\"people\": \"3\"}", 1, 12, "people must be a whole number from 1 to 10000, not \"3\"", null)]
    [InlineData("{\"people\": null}", 1, 12, "people must be a whole number from 1 to 10000, not null", null)]
    [InlineData("{\"root\": 1}", 1, 10, "root must be true or false, not 1", null)]
    [InlineData("{\"archive\": []}", 1, 13, "archive must be a non-empty string, not a list", null)]
    [InlineData("{\"backlogs\": [\"a\", 7]}", 1, 20, "backlogs[1] must be a non-empty string, not 7", null)]
    [InlineData("{\"scoring\": true}", 1, 13, "scoring must be an object, not true", null)]
    [InlineData("{\"metrics\": 1}", 1, 13, "metrics must be an object, not 1", null)]
    [InlineData(
        "{\"rules\": {\"KZ201\": 2}}",
        1,
        21,
        "rules.KZ201 must be a severity or an object with the rule's options, not 2",
        null
    )]
    // Values
    [InlineData("{\"people\": 0}", 1, 12, "people must be a whole number from 1 to 10000, not 0", null)]
    [InlineData("{\"people\": 1.5}", 1, 12, "people must be a whole number from 1 to 10000, not 1.5", null)]
    [InlineData("{\"people\": 1e999}", 1, 12, "people must be a whole number from 1 to 10000, not 1e999", null)]
    [InlineData("{\"hoursPerWeek\": 169}", 1, 18, "hoursPerWeek must be a number from 1 to 168, not 169", null)]
    [InlineData("{\"archive\": \" \"}", 1, 13, "archive must be a non-empty string, not \" \"", null)]
    [InlineData(
        "{\"failOn\": \"warnings\"}",
        1,
        12,
        "failOn must be error, warning, info or never, not \"warnings\"",
        "Did you mean \"warning\"?"
    )]
    [InlineData(
        "{\"failOn\": \"Error\"}",
        1,
        12,
        "failOn must be error, warning, info or never, not \"Error\"",
        "Did you mean \"error\"?"
    )]
    [InlineData(
        "{\"maxFileSize\": \"2 TiB\"}",
        1,
        17,
        "maxFileSize must be a size from 1 byte to 1 GiB, such as 1048576 or \"64 MiB\", not \"2 TiB\"",
        null
    )]
    [InlineData("{\"scoring\": {\"scale\": 7}}", 1, 23, "scoring.scale must be \"1-10\" or \"1-5\", not 7", null)]
    [InlineData(
        "{\"rules\": {\"KZ301\": {\"minCaptured\": 0}}}",
        1,
        37,
        "rules.KZ301.minCaptured must be a number from 1 to 1000, not 0",
        null
    )]
    [InlineData(
        "{\"rules\": {\"KZ301\": {\"forms\": [\"tsak\"]}}}",
        1,
        32,
        "rules.KZ301.forms[0] must be heading or task, not \"tsak\"",
        "Did you mean \"task\"?"
    )]
    [InlineData(
        "{\"scoring\": {\"formula\": \"impact ^ 2\"}}",
        1,
        33,
        "invalid formula \"impact ^ 2\" for scoring.formula: expected one of + - * / ) instead of ^",
        null
    )]
    [InlineData(
        "{\"scoring\": {\"high\": 30, \"medium\": 60}}",
        1,
        36,
        "scoring.medium (60) is greater than scoring.high (30)",
        null
    )]
    [InlineData("{\"scoring\": {\"high\": 30}}", 1, 22, "scoring.medium (40) is greater than scoring.high (30)", null)]
    // JSON
    [InlineData("", 1, 1, "unexpected end of JSON", "Complete the file.")]
    [InlineData("// nothing yet\n", 2, 1, "unexpected end of JSON", "Complete the file.")]
    [InlineData("{\"people\": 1", 1, 13, "unexpected end of JSON", "Complete the file.")]
    [InlineData("{\"people\": 1\n\"root\": true}", 2, 1, "invalid JSON at \"\"\"", null)]
    [InlineData("{\"people\": one}", 1, 12, "invalid JSON at \"one\"", null)]
    [InlineData("{} trailing", 1, 4, "invalid JSON at \"trailing\"", null)]
    // Characters that are not in ASCII count as one column, those outside the basic plane as two.
    [InlineData("{\"archive\": \"é𝄞\", \"x\": 1}", 1, 20, "unknown key \"x\"", null)]
    // The first error in the file is reported.
    [InlineData("{\"people\": 0, \"peple\": 1, ", 1, 12, "people must be a whole number from 1 to 10000, not 0", null)]
    // A message contains no control characters.
    [InlineData("{\"a\\u001b[31m\\nb\": 1}", 1, 2, "unknown key \"a\\u001B[31m\\u000Ab\"", null)]
    public void An_invalid_file_is_an_error_with_its_place(
        string json,
        int line,
        int column,
        string message,
        string? help
    )
    {
        var error = SettingsFolder.ErrorIn(json);
        Assert.Equal(
            ("kaizen.json", line, column, message, help ?? error.Help),
            (error.Path!, error.Line, error.Column, error.Message, error.Help)
        );
    }

    [Fact]
    public void Invalid_UTF8_is_an_error_with_its_place()
    {
        using var folder = new SettingsFolder();
        File.WriteAllBytes(Path.Combine(folder.Root, "kaizen.json"), [.. "{\n  \"archive\": \""u8, 0xE9, .. "\"}"u8]);
        var error = folder.Error();
        Assert.Equal((2, 15), (error.Line, error.Column));
        Assert.Equal("invalid UTF-8", error.Message);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_an_error() =>
        Assert.Equal(
            (1, 13, "this string contains half of a surrogate pair"),
            SettingsFolder.ErrorIn("{\"archive\": \"\\ud800\"}") is var error
                ? (error.Line, error.Column, error.Message)
                : default
        );

    [Fact]
    public void A_long_key_is_shortened() =>
        Assert.Equal(
            $"unknown key \"{new string('k', 60)}…\"",
            SettingsFolder.ErrorIn($$"""{"{{new string('k', 100_000)}}": 1}""").Message
        );
}

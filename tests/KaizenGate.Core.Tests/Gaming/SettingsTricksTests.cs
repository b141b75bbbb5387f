using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>A change that brings its own settings, baseline or suppressions; see docs/gaming.md.</summary>
public sealed class SettingsTricksTests(FailingRepositories repositories) : IClassFixture<FailingRepositories>
{
    [Theory]
    [InlineData("""{ "rules": { "KZ301": "off" } }""", "turns KZ301 off")]
    [InlineData("""{ "rules": { "low-execution-rate": "info" } }""", "lowers KZ301 from error to info")]
    [InlineData("""{ "rules": { "KZ301": { "severity": "warning" } } }""", "lowers KZ301 from error to warning")]
    [InlineData("""{ "rules": { "KZ301": { "minCaptured": 10000 } } }""", "`minCaptured` of KZ301 to 10000")]
    [InlineData("""{ "rules": { "KZ301": { "significance": 0.000001 } } }""", "`significance` of KZ301")]
    [InlineData("""{ "rules": { "KZ104": "off" } }""", "turns KZ104 off")]
    [InlineData("""{ "rules": { "KZ104": { "minReasonWords": 1 } } }""", "`minReasonWords` of KZ104 to 1")]
    [InlineData("""{ "rules": { "KZ313": { "maxHabit": 1 } } }""", "`maxHabit` of KZ313 to 1")]
    [InlineData("""{ "rules": { "KZ501": { "fields": ["currentState"] } } }""", "`fields` of KZ501")]
    [InlineData("""{ "profile": "advisory" }""", "`profile` to advisory")]
    [InlineData("""{ "failOn": "never" }""", "`failOn` to never")]
    [InlineData("""{ "history": "off" }""", "`history` to off")]
    [InlineData("""{ "windowWeeks": 1 }""", "`windowWeeks` to 1")]
    [InlineData("""{ "backlogs": ["docs/*.md"] }""", "`backlogs`")]
    [InlineData("""{ "archive": "docs/attic.md" }""", "`archive` to")]
    [InlineData("""{ "scoring": { "formula": "impact" } }""", "`scoring.formula` to")]
    [InlineData("""{ "reading": { "statuses": { "parked": "rejected" } } }""", "reading")]
    [InlineData("""{ "extends": "lax.json" }""", "`failOn` to never")]
    public void A_laxer_setting_is_named(string json, string message)
    {
        using var repository = repositories.Growing();

        repository.With(("kaizen.json", json), ("lax.json", """{ "failOn": "never" }""")).Names("KZ909", message);
    }

    [Fact]
    public void A_suppression_of_the_whole_file_is_named()
    {
        using var repository = repositories.Growing();

        var verdict = repository.With(
            "<!-- kaizen-disable KZ301, KZ302, KZ303, KZ304: we are busy -->\n\n" + FailingTeam.Text
        );

        verdict.Names("KZ909", "suppresses KZ301 in the whole file");
    }

    [Theory]
    [InlineData("reason")]
    [InlineData("n/a")]
    public void A_suppression_without_a_reason_has_no_effect(string reason)
    {
        using var repository = repositories.Growing();

        repository.With($"<!-- kaizen-disable KZ301: {reason} -->\n\n{FailingTeam.Text}").StillFails();
    }

    [Fact]
    public void A_baseline_for_ten_years_is_named_and_ends_after_one()
    {
        using var repository = repositories.Growing();

        var verdict = repository.With(
            (
                "kaizen.baseline.json",
                """
                { "schemaVersion": 1, "entries": [
                  { "rule": "KZ301", "path": "IMPROVEMENTS.md", "date": "2026-02-01", "expires": "2036-02-01" }
                ] }
                """
            )
        );

        verdict.Names("KZ909", "adds 1 entry to the baseline, until 2027-02-01");
        repository.Check("2027-02-02").Names("KZ907", "expired on 2027-02-01");
    }

    [Fact]
    public void A_baseline_dated_in_the_future_accepts_nothing()
    {
        using var repository = repositories.Growing();

        var verdict = repository.With(
            (
                "kaizen.baseline.json",
                """
                { "schemaVersion": 1, "entries": [
                  { "rule": "KZ301", "path": "IMPROVEMENTS.md", "date": "2035-02-01", "expires": "2036-02-01" }
                ] }
                """
            )
        );

        verdict.StillFails();
        verdict.Names("KZ907", "in the future");
    }

    [Fact]
    public void Another_baseline_is_named_too()
    {
        using var repository = repositories.Growing();

        repository
            .With(
                ("kaizen.json", """{ "baseline": "docs/accepted.json" }"""),
                (
                    "docs/accepted.json",
                    """
                    { "schemaVersion": 1, "entries": [{ "rule": "KZ301", "path": "IMPROVEMENTS.md", "date": "2026-02-01" }] }
                    """
                )
            )
            .Names("KZ909", "adds 1 entry to the baseline");
    }

    [Fact]
    public void Everything_at_once_still_fails_with_the_settings_before_the_change()
    {
        using var repository = repositories.Growing();
        repository.With(
            ("kaizen.json", """{ "profile": "advisory", "failOn": "never", "rules": { "KZ909": "off" } }"""),
            (
                "kaizen.baseline.json",
                """
                { "schemaVersion": 1, "entries": [{ "rule": "KZ301", "path": "IMPROVEMENTS.md", "date": "2026-02-01" }] }
                """
            )
        );

        repository.Check().Names("KZ909", "turns KZ909 off");
        repository.CheckWithSettingsBefore().StillFails();
    }
}

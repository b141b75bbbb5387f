using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class JsonReportTests
{
    [Theory]
    [InlineData(
        "",
        "schemaVersion tool asOf verdict exitCode errors backlogs untouched figures change hidden findings notEvaluated"
    )]
    [InlineData("tool", "name version")]
    [InlineData("errors", "message help path line column")]
    [InlineData("backlogs", "path settings account items")]
    [InlineData("backlogs.account", "read unread reasons")]
    [InlineData("backlogs.account.reasons", "reason count line setting")]
    [InlineData(
        "backlogs.items",
        "id reference title status score priority impact effort writtenScore writtenPriority category labels owner captured seen signal started targetDate completed estimatedHours currentState proposedSolution expectedOutcome successCriteria measuredImpact measuredAgain timeSpent hoursSaved savedPerWeek roi reason reviewDate sightings path line column address"
    )]
    [InlineData(
        "figures",
        "open active inProgress done deferred rejected identified executed executionRate drainWeeks knownWeeks arrivalsPerWeek departuresPerWeek cycleDays openDays"
    )]
    [InlineData(
        "findings",
        "ruleId name severity message help next path line column endLine endColumn address item suppressed baselined baselinedSince"
    )]
    [InlineData(
        "change",
        "description open identified executed captured completed capturedAsDone notMeasured rejected rejectedWithoutReason dropped moved noCaptureReason inflowReason"
    )]
    [InlineData("findings.item", "id reference title")]
    [InlineData("notEvaluated", "ruleId path reason has needs needsChange")]
    public void Every_object_has_its_fields(string path, string fields)
    {
        using var json = Json(SampleVerdicts.About("title", "path"), new() { Verbose = true });

        var at = json.RootElement;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.GetProperty(name);
            at = at.ValueKind is JsonValueKind.Array ? at[0] : at;
        }

        Assert.Equal(fields.Split(' '), at.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public void Improvements_are_listed_only_on_request()
    {
        using var json = Json(SampleVerdicts.Clean);

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("backlogs")[0].GetProperty("items").ValueKind);
    }

    [Theory]
    [InlineData(Outcome.Pass, "pass", 0)]
    [InlineData(Outcome.Fail, "fail", 1)]
    [InlineData(Outcome.Error, "error", 2)]
    internal void The_verdict_agrees_with_the_exit_code(Outcome outcome, string word, int code)
    {
        using var json = Json(SampleVerdicts.Clean with { Outcome = outcome });

        Assert.Equal(word, json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(code, json.RootElement.GetProperty("exitCode").GetInt32());
    }

    [Theory]
    [InlineData(Status.ToDo, "toDo")]
    [InlineData(Status.InProgress, "inProgress")]
    [InlineData(Status.Done, "done")]
    [InlineData(Status.Deferred, "deferred")]
    [InlineData(Status.Rejected, "rejected")]
    internal void A_status_has_one_word(Status status, string word) =>
        Assert.Equal(word, Item(Sample.Item("x") with { Status = status }).GetProperty("status").GetString());

    [Fact]
    public void The_priority_follows_the_scale_of_the_team()
    {
        var item = Sample.Item("x") with { Score = 50, WrittenPriority = Sample.Written(Priority.Low) };

        Assert.Equal("high", Item(item, new Scoring { High = 50 }).GetProperty("priority").GetString());
    }

    [Fact]
    public void Without_a_score_the_priority_is_the_written_one()
    {
        var item = Sample.Item("x") with { WrittenPriority = Sample.Written(Priority.Low) };

        Assert.Equal("low", Item(item).GetProperty("priority").GetString());
    }

    [Fact]
    public void A_known_category_has_a_fixed_name() =>
        Assert.Equal(
            "technicalDebt",
            Item(WithCategory(Category.TechnicalDebt, "Debt")).GetProperty("category").GetString()
        );

    [Fact]
    public void Another_category_stays_as_written() =>
        Assert.Equal("Ops", Item(WithCategory(null, "Ops")).GetProperty("category").GetString());

    [Fact]
    public void A_score_that_is_not_finite_is_null() =>
        Assert.Equal(
            JsonValueKind.Null,
            Item(Sample.Item("x") with { Score = double.NaN }).GetProperty("score").ValueKind
        );

    [Fact]
    public void Hidden_findings_are_included_and_marked()
    {
        using var json = Json(SampleVerdicts.Hostile);

        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();
        Assert.Single(findings, finding => finding.GetProperty("suppressed").GetBoolean());
        Assert.Single(findings, finding => finding.GetProperty("baselined").GetBoolean());
    }

    private static Improvement WithCategory(Category? category, string text) =>
        Sample.Item("x") with
        {
            Category = new(category, text, SourceSpan.FileStart),
        };

    private static JsonElement Item(Improvement item, Scoring? scoring = null)
    {
        var verdict = SampleVerdicts.Clean with
        {
            Backlogs = [new(Sample.Backlog(item), Figures.None) { Scoring = scoring ?? Scoring.Default }],
        };
        using var json = Json(verdict, new() { Verbose = true });
        return json.RootElement.GetProperty("backlogs")[0].GetProperty("items")[0].Clone();
    }

    private static JsonDocument Json(Verdict verdict, ReportOptions? options = null) =>
        JsonDocument.Parse(Rendered.Text(verdict, "json", options));
}

using System.Text.Json;
using KaizenGate.Analytics;

namespace KaizenGate.Reporting.Analytics;

/// <summary>The pages name every field that a program reads.</summary>
public sealed class ReportPagesTests
{
    [Fact]
    public void The_page_of_the_report_names_every_field_of_the_json()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "report.md"));

        Assert.All(
            Names(Json("json")).Distinct(),
            name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_page_of_the_fleet_names_every_field_of_a_record()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "fleet.md"));

        Assert.All(Names(Json("ndjson")), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_is_one_line()
    {
        using var stream = new MemoryStream();
        ProgressFormats.Find("ndjson")!.Write(YearOfEvidence.Report, ProgressOptions.Default, stream);

        Assert.Equal(stream.Length - 1, Array.IndexOf(stream.ToArray(), (byte)'\n'));
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                // What names a missing figure, a finding's rule or a tool is told elsewhere.
                .Where(field => field.Name is not "tool" and not "findings" and not "notEvaluated")
                .SelectMany(field => field.Name == "missing" ? [field.Name] : Names(field.Value).Prepend(field.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
            _ => [],
        };

    private static JsonElement Json(string format)
    {
        using var stream = new MemoryStream();
        ProgressFormats.Find(format)!.Write(YearOfEvidence.Report, ProgressOptions.Default, stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}

using System.Collections;
using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>The documentation lists exactly the fields of the JSON documents.</summary>
public sealed class DocumentedFieldsTests
{
    // Described once, at the top of the page.
    private static readonly string[] Head = ["schemaVersion", "tool", "asOf"];

    private static readonly Dictionary<string, IEnumerable> Documents = new()
    {
        [nameof(JsonReport)] = JsonReport.Contract,
        [nameof(JsonReport.Tool)] = JsonReport.Tool,
        [nameof(HistoryJson)] = HistoryJson.Contract,
        [nameof(PlanJson)] = PlanJson.Contract,
        [nameof(ReviewJson)] = ReviewJson.Contract,
        [nameof(ReadingJson)] = ReadingJson.Contract,
        [nameof(PeriodReportSummary)] = PeriodReportSummary.Contract,
    };

    /// <param name="document">The document.</param>
    /// <param name="page">The page.</param>
    /// <param name="from">The start of the section.</param>
    /// <param name="to">The end of the section.</param>
    /// <param name="except">Types that other sections describe.</param>
    [Theory]
    [InlineData(nameof(JsonReport), "json.md", "## Fields", "\n## The history")]
    [InlineData(nameof(HistoryJson), "json.md", "## The history", "\n## The plan", nameof(JsonReport.Tool))]
    [InlineData(nameof(PlanJson), "json.md", "## The plan", "\n## The review", nameof(JsonReport.Tool))]
    [InlineData(nameof(ReviewJson), "json.md", "## The review", "\n## The reading", nameof(PlanJson))]
    [InlineData(nameof(ReadingJson), "json.md", "## The reading", "\n## The other documents", nameof(JsonReport))]
    [InlineData(nameof(PeriodReportSummary), "fleet.md", "## One record per run", "\n## Questions")]
    public void Every_table_lists_the_fields_of_one_object(
        string document,
        string page,
        string from,
        string to,
        string? except = null
    )
    {
        var section = Section(page, from, to);
        var tables = Tables(section);
        // The plan is documented once, and is also a part of the review.
        HashSet<IEnumerable> elsewhere = except is null
            ? []
            : [PlanJson.Part, .. ObjectsIn(Documents[except]).Select(one => one.Contract)];
        var objects = ObjectsIn(Documents[document]).Where(one => !elsewhere.Contains(one.Contract)).ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Contains(objects, one => table.IsSubsetOf(one.Fields)));
        Assert.All(
            objects,
            one =>
            {
                var listed = tables.Where(table => table.IsSubsetOf(one.Fields)).SelectMany(table => table).ToHashSet();
                var missing = one.Fields.Except(listed).Except(Head).ToList();
                if (listed.Count > 0)
                {
                    Assert.True(
                        missing.Count == 0,
                        $"no table of {from} lists {string.Join(", ", missing)} of {document}"
                    );
                }
                else
                {
                    Assert.All(missing, name => Assert.Contains($"`{name}`", section, StringComparison.Ordinal));
                }
            }
        );
    }

    [Fact]
    public void The_page_of_the_report_lists_every_part_and_names_every_field()
    {
        var section = Section("report.md", "## For programs", "\n## Badge");
        IEnumerable[] elsewhere = [JsonReport.Tool, JsonReport.NotEvaluated, PeriodReportJson.Finding];
        var objects = ObjectsIn(PeriodReportJson.Contract);

        Assert.Equal(objects[0].Fields.Order(), Assert.Single(Tables(section)).Order());
        Assert.All(
            objects.Where(one => !elsewhere.Contains(one.Contract)),
            one => Assert.All(one.Fields, name => Assert.Contains($"`{name}`", section, StringComparison.Ordinal))
        );
    }

    private static string Section(string page, string from, string to)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", page));
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(to, start, StringComparison.Ordinal);
        return text[start..end];
    }

    /// <summary>The fields in the first column of each table.</summary>
    private static List<HashSet<string>> Tables(string section)
    {
        var tables = new List<HashSet<string>>();
        foreach (var line in section.Split('\n'))
        {
            if (line.StartsWith("| field |", StringComparison.Ordinal))
            {
                tables.Add([]);
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                tables[^1].UnionWith(line.Split('|')[1].Split('`').Where((_, at) => at % 2 == 1));
            }
        }

        return tables;
    }

    /// <summary>The objects of a document, the document first, with their fields.</summary>
    private static List<(IEnumerable Contract, HashSet<string> Fields)> ObjectsIn(IEnumerable document)
    {
        var found = new List<(IEnumerable Contract, HashSet<string> Fields)>();
        var contracts = new Queue<IEnumerable>([document]);
        while (contracts.TryDequeue(out var contract))
        {
            if (found.Exists(one => one.Contract == contract))
            {
                continue;
            }

            var properties = contract.Cast<ContractProperty>().ToList();
            found.Add(
                (contract, contract == JsonItem.Contract ? FieldsOfItem() : [.. properties.Select(one => one.Name)])
            );
            properties.Select(one => one.Part).OfType<IEnumerable>().ToList().ForEach(contracts.Enqueue);
        }

        return found;
    }

    private static HashSet<string> FieldsOfItem()
    {
        using var stream = new MemoryStream();
        JsonItem.Contract.Write(stream, new(Sample.Item("any", 1, 1), Scoring.Default, "IMPROVEMENTS.md"));
        using var json = JsonDocument.Parse(stream.ToArray());
        return [.. json.RootElement.EnumerateObject().Select(field => field.Name)];
    }
}

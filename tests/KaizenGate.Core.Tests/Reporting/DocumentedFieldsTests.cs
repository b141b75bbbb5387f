using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>The documentation lists exactly the fields of the JSON documents.</summary>
public sealed class DocumentedFieldsTests
{
    // Described once, at the top of the page.
    private static readonly string[] Head = ["schemaVersion", "tool", "asOf"];

    // Reflection lists the properties; the generated code only writes them.
    private static readonly JsonSerializerOptions Options = new(ReportJsonContext.Default.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RemoveIgnored } },
    };

    /// <param name="document">The type of the document.</param>
    /// <param name="page">The page.</param>
    /// <param name="from">The start of the section.</param>
    /// <param name="to">The end of the section.</param>
    /// <param name="except">Types that other sections describe.</param>
    [Theory]
    [InlineData(typeof(JsonReport), "json.md", "## Fields", "\n## The history")]
    [InlineData(typeof(HistoryJson), "json.md", "## The history", "\n## The plan", typeof(ToolJson))]
    [InlineData(typeof(PlanJson), "json.md", "## The plan", "\n## The review", typeof(ToolJson))]
    [InlineData(
        typeof(ReviewJson),
        "json.md",
        "## The review",
        "\n## The reading",
        typeof(PlanJson),
        typeof(PlanFieldsJson)
    )]
    [InlineData(
        typeof(ReadingJson),
        "json.md",
        "## The reading",
        "\n## Compatibility",
        typeof(ToolJson),
        typeof(AccountJson)
    )]
    [InlineData(typeof(PeriodReportSummary), "fleet.md", "## One record per run", "\n## Questions")]
    public void Every_table_lists_the_fields_of_one_object(
        Type document,
        string page,
        string from,
        string to,
        params Type[] except
    )
    {
        var section = Section(page, from, to);
        var tables = Tables(section);
        var elsewhere = except.SelectMany(ObjectsIn).Select(one => one.Name).ToHashSet();
        var objects = ObjectsIn(document).Where(one => !elsewhere.Contains(one.Name)).ToList();

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
                        $"no table of {from} lists {string.Join(", ", missing)} of {one.Name}"
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
        var objects = ObjectsIn(typeof(PeriodReportJson));

        Assert.Equal(objects[0].Fields.Order(), Assert.Single(Tables(section)).Order());
        Assert.All(
            objects.Where(one =>
                one.Name is not (nameof(ToolJson) or nameof(ReportFindingJson) or nameof(NotEvaluatedJson))
            ),
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

    /// <summary>The object types of a document, the document first, with their fields.</summary>
    private static List<(string Name, HashSet<string> Fields)> ObjectsIn(Type document)
    {
        var found = new List<(string Name, HashSet<string> Fields)>();
        var types = new Queue<Type>([document]);
        var seen = new HashSet<Type>();
        while (types.TryDequeue(out var type))
        {
            var info = Options.GetTypeInfo(type);
            if (!seen.Add(type))
            {
                continue;
            }

            if (info.Kind == JsonTypeInfoKind.Enumerable)
            {
                types.Enqueue(info.ElementType!);
            }
            else if (type == typeof(JsonItem))
            {
                found.Add((type.Name, [.. FieldsOfItem()]));
            }
            else if (info.Kind == JsonTypeInfoKind.Object)
            {
                found.Add((type.Name, [.. info.Properties.Select(property => property.Name)]));
                info.Properties.ToList().ForEach(property => types.Enqueue(property.PropertyType));
            }
        }

        return found;
    }

    private static void RemoveIgnored(JsonTypeInfo info)
    {
        foreach (var ignored in info.Properties.Where(property => property.Get is null).ToList())
        {
            info.Properties.Remove(ignored);
        }
    }

    private static IEnumerable<string> FieldsOfItem()
    {
        using var json = JsonDocument.Parse(
            JsonSerializer.Serialize(new JsonItem(Sample.Item("any", 1, 1), Scoring.Default), Options)
        );
        return [.. json.RootElement.EnumerateObject().Select(field => field.Name)];
    }
}

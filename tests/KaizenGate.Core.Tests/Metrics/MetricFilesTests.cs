using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Workspaces;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Metrics;

public sealed class MetricFilesTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_row_per_value_is_read() =>
        Assert.Equal(
            [(new DateOnly(2026, 3, 1), 4.5, "s", "after the cache"), (new DateOnly(2026, 3, 2), -5, null, null)],
            Read(
                "m.csv",
                "date,metric,value,unit,note\n2026-03-02,p95,-5,,\n2026-03-01,P95,4.5,s,after the cache\n2026-03-01,other,x,,\n"
            )
                .Points.Select(point => (point.Date, point.Value, point.Unit, point.Note))
        );

    [Fact]
    public void One_row_per_day_is_read() =>
        Assert.Equal(
            [4.5, 5],
            Values("m.csv", "\uFEFFday,p95,errors\r\n2026-03-01,4.5,1\r\n2026-03-02,,2\r\n2026-03-03,5e0,3")
        );

    [Fact]
    public void A_file_of_one_metric_needs_no_name() =>
        Assert.Equal([7d], Values("m.csv", "date,value\n2026-03-01T10:00:00Z,7\n"));

    [Fact]
    public void Quoted_cells_may_contain_anything() =>
        Assert.Equal(
            "a \"b\",\nc",
            Read("m.csv", "date,metric,value,note\n2026-03-01,\"p95\",\"7\",\"a \"\"b\"\",\nc\"\n").Points[0].Note
        );

    [Fact]
    public void Json_lines_are_read() =>
        Assert.Equal(
            [4.5],
            Values(
                "m.jsonl",
                "{\"date\":\"2026-03-01\",\"metric\":\"p95\",\"value\":4.5,\"more\":{\"a\":[1]}}\n\n{\"date\":1,\"metric\":\"other\"}\r\n"
            )
        );

    [Fact]
    public void A_missing_file_has_no_values() => Assert.Empty(Read("m.csv", null).Points);

    [Fact]
    public void An_empty_file_has_no_values() => Assert.Empty(Read("m.csv", "").Points);

    [Fact]
    public void The_place_of_a_value_is_kept()
    {
        var point = Read("m.csv", "date,metric,value\n2026-03-01,p95,4.5\n").Points[0];

        Assert.Equal((2, 16, 19), (point.Span.Line, point.Span.Column, point.Span.EndColumn));
    }

    [Theory]
    [InlineData("date,metric,value\n2026-03-01,p95,4 s\n", 2, 16, "the value \"4 s\" of p95 is not a number")]
    [InlineData("date,metric,value\n2026-03-01,p95,NaN\n", 2, 16, "the value \"NaN\" of p95 is not a number")]
    [InlineData("date,metric,value\n2026-03-01,p95,1e999\n", 2, 16, "the value \"1e999\" of p95 is not a number")]
    [InlineData("date,metric,value\n2026-02-30,p95,4\n", 2, 1, "\"2026-02-30\" is not a valid date")]
    [InlineData("date,metric,value\n2026-03-01,\"p95,4\n", 2, 12, "this quotation mark is not closed")]
    [InlineData("metric,value\np95,4\n", 1, 1, "the header has no column date")]
    [InlineData("date,p95,p95\n", 1, 10, "duplicate column \"p95\"")]
    public void An_error_in_a_csv_file_has_its_place(string text, int line, int column, string message) =>
        AssertError("m.csv", text, line, column, message);

    [Theory]
    [InlineData("{}\n{\"metric\":\"p95\",\"date\":\"2026-03-01\"\n", 2, 36, "the line is not a JSON object")]
    [InlineData("[1]\n", 1, 1, "the line is not a JSON object")]
    [InlineData("{\"metric\":\"p95\",\"date\":\"2026-03-01\"} x\n", 1, 38, "the line is not a JSON object")]
    [InlineData("{\"metric\":\"p95\",\"value\":4}\n", 1, 1, "the line has no valid date for p95")]
    [InlineData(
        "{\"metric\":\"p95\",\"date\":\"2026-03-01\",\"value\":\"4\"}\n",
        1,
        1,
        "the line has no valid number for p95"
    )]
    [InlineData(
        "{\"metric\":\"p95\",\"date\":\"2026-03-01\",\"value\":1e999}\n",
        1,
        1,
        "the line has no valid number for p95"
    )]
    [InlineData(
        "{\"metric\":\"\\ud800\",\"date\":\"2026-03-01\",\"value\":1}\n",
        1,
        1,
        "the line contains half of a surrogate pair"
    )]
    public void An_error_in_a_json_lines_file_has_its_place(string text, int line, int column, string message) =>
        AssertError("m.jsonl", text, line, column, message);

    [Fact]
    public void Invalid_UTF8_is_an_error()
    {
        File.WriteAllBytes(
            Path.Combine(folder.Path, "m.csv"),
            [.. "date,metric,value\n2026-03-01,p95,"u8, 0xFF, (byte)'\n']
        );

        var error = Assert.Throws<InputException>(() => Read("m.csv")).Error;
        Assert.Equal((2, 16), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("m.txt", "which has an unknown extension")]
    [InlineData("../m.csv", "leads out of the folder")]
    [InlineData("/etc/m.csv", "leads out of the folder")]
    [InlineData("m.csv\0", "is not a path")]
    public void An_invalid_source_is_an_error(string source, string why) =>
        Assert.Contains(why, Assert.Throws<InputException>(() => Read(source)).Error.Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_out_of_the_folder_is_an_error()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Making a link takes a privilege there.
        }

        using var other = new ScratchFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "m.csv"), Path.Combine(other.Path, "m.csv"));

        Assert.Throws<InputException>(() => Read("m.csv"));
    }

    private void AssertError(string name, string text, int line, int column, string message)
    {
        var error = Assert.Throws<InputException>(() => Read(name, text)).Error;
        Assert.Equal((name, line, column, message), (error.Path, error.Line, error.Column, error.Message));
    }

    private double[] Values(string name, string text) => [.. Read(name, text).Points.Select(point => point.Value)];

    private MetricSeries Read(string name, string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(Path.Combine(folder.Path, name), text);
        }

        return Read(name);
    }

    private MetricSeries Read(string source) =>
        Assert.Single(MetricFiles.Read(Loaded(source), new Workspace(folder.Path)));

    private LoadedSettings Loaded(string source) =>
        new(
            GateSettings.Default with
            {
                Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add(
                    "p95",
                    new(Better.Lower) { Source = source }
                ),
            },
            folder.Path,
            []
        );
}

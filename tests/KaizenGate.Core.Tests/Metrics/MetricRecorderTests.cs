using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Tests.Workspaces;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Metrics;

public sealed class MetricRecorderTests : IDisposable
{
    private const long MaxBytes = 1 << 20;

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_value_creates_the_file_with_its_folder()
    {
        Record("data/m.csv", 4.5, "s", "first");

        Assert.Equal("date,metric,value,unit,note\n2026-03-02,p95,4.5,s,first\n", Text("data/m.csv"));
    }

    [Fact]
    public void A_value_goes_into_its_column()
    {
        Write("m.csv", "note,p95,date,errors\n");

        Record("m.csv", 4.5, "s", "a, b");

        Assert.Equal("note,p95,date,errors\n\"a, b\",4.5,2026-03-02,\n", Text("m.csv"));
    }

    [Fact]
    public void A_last_line_without_a_line_break_gets_one()
    {
        Write("m.csv", "date,metric,value\n2026-03-01,p95,4");

        Record("m.csv", 5);

        Assert.Equal("date,metric,value\n2026-03-01,p95,4\n2026-03-02,p95,5\n", Text("m.csv"));
    }

    [Fact]
    public void A_header_without_a_column_is_an_error_and_nothing_is_written()
    {
        Write("m.csv", "date,errors\n");

        Assert.Equal(
            "the header has neither a column p95 nor columns metric and value",
            Assert.Throws<InputException>(() => Record("m.csv", 5)).Error.Message
        );
        Assert.Equal("date,errors\n", Text("m.csv"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData(" @SUM(A1)")]
    [InlineData("-5 \"quoted\", and more")]
    [InlineData("'quoted'")]
    public void A_note_is_never_a_formula_and_reads_as_it_was(string note)
    {
        Record("m.csv", 5, null, note);

        Assert.DoesNotContain(
            $",{note}",
            Text("m.csv").Replace("'quoted'", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var read = MetricFiles.Read(Source("m.csv"), ["p95"], MaxBytes)[0].Points[0];
        Assert.Equal(note, read.Note);
    }

    [Fact]
    public void A_line_of_json_is_appended()
    {
        Write("m.jsonl", "{}\n");

        Record("m.jsonl", 4.5, "s", "say \"hi\"");

        Assert.Equal(
            "{}\n{\"date\":\"2026-03-02\",\"metric\":\"p95\",\"value\":4.5,\"unit\":\"s\",\"note\":\"say \\\"hi\\\"\"}\n",
            Text("m.jsonl")
        );
    }

    [Fact]
    public void Values_recorded_at_the_same_time_are_all_kept()
    {
        Parallel.For(0, 40, number => Record("m.csv", number));

        var values = MetricFiles.Read(Source("m.csv"), ["p95"], MaxBytes)[0].Points.Select(point => point.Value);
        Assert.Equal(Enumerable.Range(0, 40).Select(number => (double)number), values.Order());
    }

    [Fact]
    public void A_read_only_folder_is_an_error()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "m.csv"));

        var error = Assert
            .Throws<InputException>(() =>
                MetricRecorder.Append(
                    new(SourceFile.Named(Path.Combine(folder.Path, "m.csv")), IsCsv: true),
                    "p95",
                    new(new DateOnly(2026, 3, 2), 1, SourceSpan.FileStart),
                    MaxBytes
                )
            )
            .Error;
        Assert.StartsWith("the value cannot be recorded: ", error.Message, StringComparison.Ordinal);
    }

    private MetricSource Source(string name) =>
        new(new Workspace(folder.Path).Name(name), name.EndsWith(".csv", StringComparison.Ordinal));

    private void Record(string name, double value, string? unit = null, string? note = null) =>
        MetricRecorder.Append(
            Source(name),
            "p95",
            new(new DateOnly(2026, 3, 2), value, SourceSpan.FileStart) { Unit = unit, Note = note },
            MaxBytes
        );

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.Path, name), text);

    private string Text(string name) => File.ReadAllText(Path.Combine(folder.Path, name));
}

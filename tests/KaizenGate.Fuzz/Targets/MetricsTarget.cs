using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Reading;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Reads the files of metrics; a value that is appended is read again.</summary>
internal static class MetricsTarget
{
    private static readonly string[] Names = ["p95", "=1+1"];

    private static readonly SourceFile File = SourceFile.Named("metrics");

    private static (string Name, MetricPoint Point) New(string name) =>
        (name, new(Sample.Today, 4.5, SourceSpan.FileStart) { Unit = "s", Note = "a \"note\", or two" });

    public static int Csv(byte[] input)
    {
        var text = TextFile.Decode(input).Text;
        var count = MetricCsv.Read(File, text, Names).Count();
        foreach (var name in Names)
        {
            var before = MetricCsv.Read(File, text, [name]).Count();
            var gap = text.Length > 0 && text[^1] is not ('\n' or '\r') ? "\n" : "";
            var after = text + gap + MetricCsv.NewRow(File, text, New(name));
            BrokenInvariantException.Unless(
                MetricCsv.Read(File, after, [name]).Count() == before + 1,
                $"a new value is not read:\n{after}"
            );
        }

        return Math.Min(count, 20);
    }

    public static int JsonLines(byte[] input)
    {
        var text = TextFile.Decode(input).Text;
        var count = MetricJsonLines.Read(File, text, Names).Count();
        var gap = text.Length > 0 && text[^1] != '\n' ? "\n" : "";
        var after = text + gap + MetricJsonLines.NewLine(New(Names[0]));
        BrokenInvariantException.Unless(
            MetricJsonLines.Read(File, after, Names).Count() == count + 1,
            $"a new value is not read:\n{after}"
        );
        return Math.Min(count, 20);
    }
}

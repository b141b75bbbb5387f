using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class MeasurementWriterTests
{
    [Theory]
    [InlineData("p95 30 s → ?", "p95=5 s", "p95 30 s → 5 s", 30, 5)]
    [InlineData("p95 30 s → ?", "5 s", "p95 30 s → 5 s", 30, 5)]
    [InlineData("drift -0.3 s → ?", "drift=-0.1 s", "drift -0.3 s → -0.1 s", -0.3, -0.1)]
    [InlineData("drift -0.3 s → ?", "-0.1", "drift -0.3 s → -0.1", -0.3, -0.1)]
    [InlineData("build - 9 min → ?", "4 min", "build - 9 min → 4 min", 9, 4)]
    public void The_result_replaces_the_question_mark(
        string baseline,
        string measured,
        string text,
        double before,
        double after
    )
    {
        var written = MeasurementWriter.Against(
            new(MeasurementText.Read(baseline), baseline, SourceSpan.FileStart),
            measured
        );

        Assert.Equal(text, written);
        var read = MeasurementText.Read(written);
        Assert.Equal((before, after), (read.Before, read.After));
    }
}

using BenchmarkDotNet.Attributes;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using Markdig;
using Markdig.Syntax;

namespace KaizenGate.Benchmarks;

/// <summary>Reading and checking, compared with Markdig alone on the same text.</summary>
/// <remarks>
/// It runs in this process with the runtime settings of the native tool. An iteration is several calls without a forced collection between them, so that each includes the collections it causes
/// and no others.
/// </remarks>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(2)]
[IterationCount(8)]
[MinIterationTime(250)]
[GcForce(false)]
[HideColumns("Error", "StdDev", "Median", "RatioSD")]
public class GateBenchmarks
{
    private static readonly SourceFile File = SourceFile.Named("IMPROVEMENTS.md");

    private static readonly MarkdownPipeline WithTablesAndTasks = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .Build();

    private string text = "";

    /// <summary>The number of improvements.</summary>
    [Params(200, 2_000, 10_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        text = BacklogGenerator.Generate(Items);
        var verdict = (Core.Checking.Verdict)ReadAndCheck();
        if (verdict.Findings.Length > 0 || verdict.Figures.Identified != Items)
        {
            throw new InvalidOperationException(
                $"The generated backlog should be healthy: {verdict.Figures.Identified} improvements, "
                    + $"{verdict.Findings.Length} findings, the first: {verdict.Findings.FirstOrDefault()?.Message}"
            );
        }
    }

    [Benchmark(Baseline = true)]
    public MarkdownDocument Markdig() => Markdown.Parse(text);

    [Benchmark]
    public MarkdownDocument MarkdigWithTablesAndTasks() => Markdown.Parse(text, WithTablesAndTasks);

    [Benchmark]
    public object Read() => BacklogReader.Read(File, text, ReadingOptions.Default);

    [Benchmark]
    public object ReadAndCheck() =>
        Gate.Check(
            Gate.ByTheirDates([BacklogReader.Read(File, text, ReadingOptions.Default)], BacklogGenerator.AsOf),
            GateSettings.Default,
            BacklogGenerator.AsOf,
            "benchmark"
        );
}

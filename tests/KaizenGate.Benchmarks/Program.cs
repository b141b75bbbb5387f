using System.Globalization;
using BenchmarkDotNet.Running;
using KaizenGate.Benchmarks;
using KaizenGate.Benchmarks.Histories;
using KaizenGate.Benchmarks.Processes;
using KaizenGate.Benchmarks.Reading;
using KaizenGate.Core.Backlogs;

switch (args)
{
    case ["generate", var count]:
        Console.Out.Write(BacklogGenerator.Generate(int.Parse(count, CultureInfo.InvariantCulture)));
        return 0;
    case ["generate-issues", var path, var count]:
        IssueGenerator.Write(Path.GetFullPath(path), int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["generate-history", var folder, "--commits", var commits, "--backlog-commits", var backlogCommits]:
        HistoryGenerator.Generate(
            Path.GetFullPath(folder),
            int.Parse(commits, CultureInfo.InvariantCulture),
            int.Parse(backlogCommits, CultureInfo.InvariantCulture)
        );
        return 0;
    case ["processes"]:
        return ProcessComparison.Run(toolPath: null, Console.Out);
    case ["processes", "--tool", var path]:
        return ProcessComparison.Run(Path.GetFullPath(path), Console.Out);
    case ["history"]:
        return HistoryComparison.Run(toolPath: null, folder: null, Console.Out);
    case ["history", "--tool", var path]:
        return HistoryComparison.Run(Path.GetFullPath(path), folder: null, Console.Out);
    case ["history", "--tool", var path, "--in", var folder]:
        return HistoryComparison.Run(Path.GetFullPath(path), Path.GetFullPath(folder), Console.Out);
    case ["loop"]:
        return LoopComparison.Run(toolPath: null, Console.Out);
    case ["loop", "--tool", var path]:
        return LoopComparison.Run(Path.GetFullPath(path), Console.Out);
    case ["report"]:
        return ReportComparison.Run(toolPath: null, folder: null, Console.Out);
    case ["report", "--tool", var path]:
        return ReportComparison.Run(Path.GetFullPath(path), folder: null, Console.Out);
    case ["report", "--tool", var path, "--in", var folder]:
        return ReportComparison.Run(Path.GetFullPath(path), Path.GetFullPath(folder), Console.Out);
    case ["reading", var folder, .. var options]:
        return Reading(folder, options);
    case ["msbuild", var feed]:
        return NoOpBuild.Run(Path.GetFullPath(feed), Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(GateBenchmarks).Assembly).Run(args);
        return 0;
}

static int Reading(string folder, string[] options)
{
    var only = Array.IndexOf(options, "--only");
    return new ReadingComparison(folder, UnreadEntry.Of, Console.Out).Run(
        only >= 0 && only + 1 < options.Length ? options[only + 1].Split(',') : [],
        options.Contains("--verbose")
    );
}

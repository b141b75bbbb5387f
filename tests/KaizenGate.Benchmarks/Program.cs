using System.Globalization;
using BenchmarkDotNet.Running;
using KaizenGate.Benchmarks;
using KaizenGate.Benchmarks.Processes;

switch (args)
{
    case ["generate", var count]:
        Console.Out.Write(BacklogGenerator.Generate(int.Parse(count, CultureInfo.InvariantCulture)));
        return 0;
    case ["processes"]:
        return ProcessComparison.Run(toolPath: null, Console.Out);
    case ["processes", "--tool", var path]:
        return ProcessComparison.Run(Path.GetFullPath(path), Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(GateBenchmarks).Assembly).Run(args);
        return 0;
}

using KaizenGate.Cli;
using KaizenGate.Cli.Commands;

const long EnoughForMostRuns = 16 * 1024 * 1024; // Bytes; only those that are used take memory.

// Most runs, and every run of a hook, end before the first garbage collection, which would take a tenth of their time.
try
{
    GC.TryStartNoGCRegion(EnoughForMostRuns);
}
catch (ArgumentOutOfRangeException)
{
    // The system gives this process less than that.
}

using var output = StandardStream.Open(Console.OpenStandardOutput);
using var error = StandardStream.Open(Console.OpenStandardError);
return CommandLine.Run(args, Host.OfProcess(output, error), CommandList.All);

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

// These streams ignore a closed pipe (`| head`) instead of failing.
using var output = Console.OpenStandardOutput();
using var error = Console.OpenStandardError();
return CommandLine.Run(args, Host.OfProcess(output, error), CommandList.All);

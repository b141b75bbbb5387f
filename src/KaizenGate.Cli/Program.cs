using KaizenGate.Cli;
using KaizenGate.Workspaces;

// Most runs, and all runs of the hook, then end without a garbage collection, which would take a fifth of their time.
Collections.PutOff(Collections.EnoughForMostRuns);

// These streams ignore a closed pipe (`| head`) instead of failing.
using var output = Console.OpenStandardOutput();
using var error = Console.OpenStandardError();
return CommandLine.Run(args, Host.OfProcess(output, error));

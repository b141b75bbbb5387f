using KaizenGate.Cli;
using KaizenGate.Cli.Commands;
using KaizenGate.Workspaces;

// Most runs, and every run of a hook, are over before the first collection, which would take a fifth of their time.
Collections.PutOff(Collections.EnoughForMostRuns);

// These streams take a reader that has gone away (`| head`) for the end of the work, not for an error.
using var output = Console.OpenStandardOutput();
using var error = Console.OpenStandardError();
return CommandLine.Run(args, Host.OfProcess(output, error), CommandList.All);

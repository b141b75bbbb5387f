using KaizenGate.Cli;

// These streams take a reader that has gone away (`| head`) for the end of the work, not for an error.
using var output = Console.OpenStandardOutput();
using var error = Console.OpenStandardError();
using var host = Host.OfProcess(output, error);
return CommandLine.Run(args, host);

using KaizenGate.Cli;

// These streams take a reader that has gone away (`| head`) for the end of the work, not for an error.
using var output = Console.OpenStandardOutput();
using var error = Console.OpenStandardError();
return CommandLine.Run(args, Host.OfProcess(output, error));

using KaizenGate.Cli;
using KaizenGate.Cli.Commands;

RunMemory.Reserve();
using var output = StandardStream.Open(Console.OpenStandardOutput);
using var error = StandardStream.Open(Console.OpenStandardError);
return CommandLine.Run(args, Host.OfProcess(output, error), CommandList.All);

using KaizenGate.Cli;
using KaizenGate.Cli.Commands;

// A server runs for long, and most of what it reads is used for one call.
if (args is not ["mcp", ..])
{
    RunMemory.Reserve();
}

using var output = StandardStream.Open(Console.OpenStandardOutput);
using var error = StandardStream.Open(Console.OpenStandardError);
return CommandLine.Run(args, Host.OfProcess(output, error), CommandList.All);

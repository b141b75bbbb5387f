using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using KaizenGate.Cli;
using KaizenGate.Cli.Commands;

namespace KaizenGate.Core.Tests.Mcp;

/// <summary>A running server.</summary>
/// <param name="Input">Its standard input.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Ending">Its exit code and standard error, after the end of the input.</param>
internal sealed record Server(Stream Input, Stream Output, Task<(int ExitCode, string Error)> Ending)
{
    /// <summary>The program in its own folder: next to the tests, assemblies are missing that ASP.NET Core has.</summary>
    private static string Program { get; } =
        Repository.PathOf(
            "src",
            "KaizenGate.Cli",
            "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            new DirectoryInfo(AppContext.BaseDirectory).Name,
            "dotnet-kaizen.dll"
        );

    /// <summary>Runs the command <c>mcp</c> on a thread of its own.</summary>
    /// <param name="folder">The working folder.</param>
    public static Server InThisProcess(string folder)
    {
        var (input, output) = (new Pipe(), new Pipe());
        var ending = Task.Factory.StartNew(
            () =>
            {
                using var results = output.Writer.AsStream();
                using var error = new MemoryStream();
                var host = new Host(results, error, folder)
                {
                    InputBytes = () => input.Reader.AsStream(),
                    OutputIsTerminal = false,
                    ErrorIsTerminal = false,
                    Environment = Host.OfProcess(Stream.Null, Stream.Null).Environment,
                    Time = TimeProvider.System,
                    Version = "0.1.0",
                };
                return (CommandLine.Run(["mcp"], host, CommandList.All), Encoding.UTF8.GetString(error.ToArray()));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return new(input.Writer.AsStream(), output.Reader.AsStream(), ending);
    }

    /// <summary>Runs the program.</summary>
    /// <param name="folder">The working folder.</param>
    public static Server OfProcess(string folder)
    {
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [Program, "mcp"])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        return new(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, EndingAsync(process));
    }

    private static async Task<(int, string)> EndingAsync(Process process)
    {
        using (process)
        {
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, error);
        }
    }
}

using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Agents;

/// <summary>How a configured hook answered.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record HookAnswer(int ExitCode, string Output, string Error, int Milliseconds);

/// <summary>Starts a configured hook.</summary>
/// <param name="words">The program and its arguments.</param>
/// <param name="input">The payload.</param>
/// <exception cref="InputException">It cannot be started.</exception>
internal delegate HookAnswer HookStarter(ImmutableArray<string> words, string input);

/// <summary>
/// Starts the command of a hook as a host does, but without a shell, and only if it is ours: a file of a repository can name any program.
/// </summary>
internal static class HookProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Returns the words of a command if it is ours; null for anything else.</summary>
    public static ImmutableArray<string>? WordsOf(string command) =>
        OtherProgram.Words(command) is var words
        && words is ["dotnet", "kaizen", "agent", "hook"] or ["dotnet-kaizen", "agent", "hook"]
            ? words
            : null;

    /// <summary>Starts it in the working folder.</summary>
    public static HookStarter For(Host host) => (words, input) => Start(host, words, input);

    private static HookAnswer Start(Host host, ImmutableArray<string> words, string input)
    {
        var path =
            ProgramPath.Find(words[0], host.Environment)
            ?? throw new InputException($"{words[0]} is not on the PATH", "Install it.");
        var start = new ProcessStartInfo(path, words.Skip(1))
        {
            UseShellExecute = false,
            WorkingDirectory = host.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var began = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new InputException($"no answer for {Patience.TotalSeconds:0} seconds", "Run it by hand.");
            }

            return new(
                process.ExitCode,
                output.GetAwaiter().GetResult(),
                error.GetAwaiter().GetResult(),
                (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds
            );
        }
        catch (Exception failed)
            when (failed is Win32Exception or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new InputException($"cannot be started: {failed.Message.TrimEnd('.')}", "Run it by hand.");
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Pulling;

/// <summary>Asks the command-line program of a tracker for the token that it keeps.</summary>
internal static class TrackerToken
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Returns the token of a server; null when the program is missing or has none.</summary>
    /// <param name="kind">The tracker.</param>
    /// <param name="server">The name of the server: <c>github.com</c>.</param>
    /// <param name="host">The environment.</param>
    public static string? Of(TrackerKind kind, string server, Host host) =>
        kind is TrackerKind.GitHub
            ? Ask("gh", ["auth", "token", "--hostname", server], host)
            : Ask("glab", ["config", "get", "token", "--host", server], host);

    private static string? Ask(string name, string[] arguments, Host host)
    {
        if (ProgramPath.Find(name, host.Environment) is not { } path)
        {
            return null;
        }

        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            var token = output.GetAwaiter().GetResult().Trim();
            return process.ExitCode == 0 && token.Length > 0 && !token.Any(char.IsWhiteSpace) ? token : null;
        }
        catch (Exception e)
            when (e is Win32Exception or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}

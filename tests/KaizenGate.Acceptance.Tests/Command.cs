using System.Collections;
using System.Diagnostics;
using KaizenGate.Tests;

namespace KaizenGate.Acceptance.Tests;

/// <summary>The result of a program.</summary>
public sealed record Outcome(string Called, int ExitCode, string Output, string Error)
{
    /// <summary>The output without its last line break.</summary>
    public string Text => Output.TrimEnd('\n');

    public Outcome MustSucceed() => ExitCode == 0 ? this : throw new InvalidOperationException(ToString());

    public override string ToString() => $"{Called}\nexit code {ExitCode}\n{Output}\n{Error}";
}

/// <summary>Runs programs.</summary>
internal static class Command
{
    /// <summary>The timeout of a program, far above the longest run on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task<Outcome> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var outcome = new Outcome(
                $"{program} {string.Join(' ', start.ArgumentList)}",
                process.ExitCode,
                await output,
                await error
            );
            if (Path.GetFileNameWithoutExtension(program) == Names.Command && start.ArgumentList.Count > 0)
            {
                OutputSchemas.Validate(start.ArgumentList, outcome.Output, Repository.PathOf("docs/schemas"));
            }

            return outcome;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end");
        }
    }

    /// <summary>The environment variables of this process, with additions.</summary>
    public static Dictionary<string, string> OwnEnvironment(IReadOnlyDictionary<string, string>? more = null)
    {
        var variables = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return variables;
    }
}

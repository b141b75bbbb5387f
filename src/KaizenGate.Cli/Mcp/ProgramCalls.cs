using System.Text;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Mcp;

/// <summary>Runs commands of this program in this process, one at a time, so that tools do exactly what the commands do.</summary>
/// <param name="host">The environment; nothing is written to its streams.</param>
/// <param name="run">Runs the program with arguments in an environment, and returns the exit code.</param>
internal sealed class ProgramCalls(Host host, Func<string[], Host, int> run)
{
    /// <summary>Runs a command that prints JSON.</summary>
    /// <param name="arguments">The arguments; values of options are in the same argument: <c>--hours=2</c>.</param>
    /// <returns>What it printed, and its warnings; empty for none.</returns>
    /// <exception cref="InputException">It refused: the message is what it said.</exception>
    public (JsonElement Json, string Warnings) Json(params ReadOnlySpan<string> arguments) => JsonWith("", arguments);

    /// <inheritdoc cref="Json(ReadOnlySpan{string})"/>
    /// <param name="input">Standard input.</param>
    /// <param name="arguments">The arguments.</param>
    public (JsonElement Json, string Warnings) JsonWith(string input, params ReadOnlySpan<string> arguments)
    {
        var (text, warnings) = Run(input, arguments);
        return (JsonElement.Parse(text), warnings);
    }

    /// <summary>Runs a command that prints text.</summary>
    /// <exception cref="InputException">It refused.</exception>
    public string Text(params ReadOnlySpan<string> arguments) => Run("", arguments).Output;

    private (string Output, string Warnings) Run(string input, ReadOnlySpan<string> arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var exitCode = run(arguments.ToArray(), host.With(output, error, new StringReader(input)));
        var said = WithoutPrefix(Encoding.UTF8.GetString(error.ToArray()).Trim());
        return exitCode is ExitCode.Passed or ExitCode.Failed
            ? (Encoding.UTF8.GetString(output.ToArray()), said)
            : throw new InputException(said.Length > 0 ? said : $"the command ended with {exitCode}", "");
    }

    /// <summary>Removes the first <c>error: </c>, which follows the place: the protocol says that it is an error.</summary>
    private static string WithoutPrefix(string said)
    {
        const string Prefix = "error: ";
        var at = said.IndexOf(Prefix, StringComparison.Ordinal);
        return at == 0 || (at > 2 && said[at - 1] == ' ' && said[at - 2] == ':')
            ? said.Remove(at, Prefix.Length)
            : said;
    }
}

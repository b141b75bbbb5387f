using System.CommandLine;
using System.CommandLine.Invocation;

namespace KaizenGate.Cli;

/// <summary>A sample call in the help of a command.</summary>
/// <param name="Arguments">What follows <c>dotnet kaizen</c>.</param>
/// <param name="Purpose">What it does, in a few words.</param>
internal sealed record Example(string Arguments, string Purpose);

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExplainedCommand(string name, string description, params Example[] examples)
    : Command(name, description)
{
    public IReadOnlyList<Example> Examples { get; } = examples;
}

/// <summary>The help of every command. That of System.CommandLine wraps only on a terminal and aligns each list separately.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    private const int Narrowest = 40;
    private const int Widest = 80;

    private readonly Host host;

    private Help(Host host) => this.host = host;

    /// <summary>The option of all commands. That of System.CommandLine loads translations first.</summary>
    public static Option<bool> Option(Host host) =>
        new("--help", "-h", "-?")
        {
            Description = "Show this help.",
            Arity = ArgumentArity.Zero,
            Recursive = true,
            Action = new Help(host),
        };

    public static void Write(Command command, TextWriter output, Host host) =>
        new HelpPage(output, Math.Clamp(host.TerminalWidth() ?? Widest, Narrowest, Widest)).Write(command);

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output, host);
        return ExitCode.Passed;
    }
}

/// <summary>The output of <c>--version</c>: only the version, for scripts.</summary>
internal sealed class VersionAnswer(string version) : SynchronousCommandLineAction
{
    /// <summary>The option of the root command. That of System.CommandLine loads translations first.</summary>
    public static Option<bool> Option(Host host) =>
        new("--version")
        {
            Description = "Show the version.",
            Arity = ArgumentArity.Zero,
            Action = new VersionAnswer(host.Version),
        };

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(version);
        return ExitCode.Passed;
    }
}

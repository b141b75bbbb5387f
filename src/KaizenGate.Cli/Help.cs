using System.CommandLine;
using System.CommandLine.Help;
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

/// <summary>The help of every command. The one of System.CommandLine wraps only on a terminal, and aligns each list by itself.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    private const int Narrowest = 40;
    private const int Widest = 80;

    private readonly Host host;

    private Help(Host host) => this.host = host;

    /// <summary>Makes all commands below a root use this help.</summary>
    public static void Install(RootCommand root, Host host)
    {
        // The help that comes with a root also answers to /h, which may be a path.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Add(new HelpOption("--help", "-h", "-?") { Description = "Show this help.", Action = new Help(host) });
    }

    /// <param name="command">The command to explain.</param>
    /// <param name="output">Receives its help.</param>
    /// <param name="host">Tells the width of the terminal.</param>
    public static void Write(Command command, TextWriter output, Host host) =>
        new HelpPage(output, Math.Clamp(host.TerminalWidth() ?? Widest, Narrowest, Widest)).Write(command);

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output, host);
        return ExitCode.Passed;
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace KaizenGate.Cli;

/// <summary>A way to call a command that its help shows.</summary>
/// <param name="Arguments">What stands behind <c>dotnet kaizen</c>.</param>
/// <param name="Purpose">What it does, in a few words.</param>
internal sealed record Example(string Arguments, string Purpose);

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExplainedCommand(string name, string description, params Example[] examples)
    : Command(name, description)
{
    public IReadOnlyList<Example> Examples { get; } = examples;
}

/// <summary>The help of every command.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    private static readonly Example[] First =
    [
        new("check", "judge the backlog of this repository"),
        new("explain KZ301", "what a rule means and what to do about it"),
    ];

    private readonly HelpAction usage;

    private Help(HelpAction usage) => this.usage = usage;

    /// <summary>Makes the help of a root and its commands end with examples.</summary>
    public static void Install(RootCommand root)
    {
        // The help that comes with a root also answers to /h, which may be a path.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        var option = new HelpOption("--help", "-h", "-?");
        option.Action = new Help((HelpAction)option.Action!);
        root.Add(option);
    }

    public override int Invoke(ParseResult parseResult)
    {
        usage.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is ExplainedCommand explained ? explained.Examples : First;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  # {example.Purpose}");
            output.WriteLine($"  {CommandLine.Name} {example.Arguments}");
        }

        return ExitStatus.Open;
    }
}

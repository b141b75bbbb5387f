using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Commands;

/// <summary><c>help</c>: the help of a command, as <c>--help</c> prints it.</summary>
internal static class HelpCommand
{
    public const string Name = "help";

    public static Command Create(Host host)
    {
        var names = new Argument<string[]>("COMMAND")
        {
            Description = "The command, and its subcommand. Default: the program.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new ExplainedCommand(
            Name,
            "Shows the help of a command.",
            new Example("help check", "the same as `check --help`"),
            new Example("help hook install", "of a subcommand")
        )
        {
            names,
        };
        names.CompletionSources.Add(_ =>
            command
                .Parents.OfType<Command>()
                .Single()
                .Subcommands.Select(known => new CompletionItem(known.Name, detail: known.Description))
        );
        command.SetAction(parsed =>
        {
            Command root = parsed.RootCommandResult.Command;
            Help.Write((parsed.GetValue(names) ?? []).Aggregate(root, Find), host.Text, host);
            return ExitCode.Passed;
        });
        return command;
    }

    private static Command Find(Command parent, string name) =>
        parent.Subcommands.FirstOrDefault(command => command.Name == name)
        ?? throw new InputException(
            $"unknown command {Quote.Of(name)}",
            NearestName.Help(
                name,
                [.. parent.Subcommands.Select(command => command.Name)],
                $"`{CommandLine.Called(parent)} --help` lists them."
            )
        );
}

using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using KaizenGate.Backlogs;
using KaizenGate.Escaping;

namespace KaizenGate.Cli;

/// <summary>A command that can be created when it is called.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Create">Creates it with its options.</param>
internal sealed record NamedCommand(string Name, Func<Host, Command> Create);

/// <summary>Runs a command, and reports mistakes and faults.</summary>
internal static class CommandLine
{
    /// <summary>How people call the program.</summary>
    public const string Name = "dotnet kaizen";

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="commands">The commands in the order of the help.</param>
    /// <returns>The exit status, see <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] args, Host host, ImmutableArray<NamedCommand> commands)
    {
        try
        {
            return RunOrTell(args, host, commands);
        }
        catch (IOException)
        {
            // Nothing can be said any more; the status still can.
            return ExitStatus.CouldNotJudge;
        }
    }

    private static int RunOrTell(string[] args, Host host, ImmutableArray<NamedCommand> commands)
    {
        try
        {
            var status = Invoke(args, host, commands);
            host.Flush();
            return status;
        }
        catch (InputException wrong)
        {
            host.Tell(wrong.Error);
            return ExitStatus.CouldNotJudge;
        }
        catch (IOException failed)
        {
            // What is read from files reports its own errors: this is the output, on a disk that is full.
            host.Tell(new InputError($"writing failed: {failed.Message}", "Check where the output goes."));
            return ExitStatus.CouldNotJudge;
        }
#pragma warning disable CA1031 // Whatever it is, it is our fault, and the status says so.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Tell(fault, host);
            return ExitStatus.Fault;
        }
    }

    private static int Invoke(string[] args, Host host, ImmutableArray<NamedCommand> commands)
    {
        var root = Root(host, commands, args.FirstOrDefault());
        // A path may begin with @; it is no file of arguments.
        var parsed = root.Parse(
            args.Length == 0 ? ["--help"] : args,
            new ParserConfiguration { ResponseFileTokenReplacer = null }
        );
        var mistakes = Mistakes(parsed);
        if (mistakes.Count > 0)
        {
            return Refuse(parsed, mistakes, host);
        }

        var status = parsed.Invoke(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = args.Length == 0 ? host.ErrorText : host.Text,
                Error = host.ErrorText,
            }
        );
        return args.Length == 0 ? ExitStatus.CouldNotJudge : status;
    }

    /// <summary>What is wrong with the arguments.</summary>
    private static List<string> Mistakes(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Action is not ParseErrorAction && parsed.Action != command.Action)
        {
            // Help was asked for, or a completion: what is still missing is no mistake.
            return [];
        }

        var unknown = parsed.UnmatchedTokens.Concat(SupposedOptions(parsed)).ToList();
        return unknown.Count > 0
            ? unknown.ConvertAll(token => Unknown(token, command))
            : [.. parsed.Errors.Select(error => error.Message).Distinct()];
    }

    /// <summary>Arguments that begin with a dash and do not stand behind <c>--</c>: options that do not exist.</summary>
    private static IEnumerable<string> SupposedOptions(ParseResult parsed)
    {
        var beforeDashes = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToList();
        return parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token =>
                token.Value.StartsWith('-') && beforeDashes.Exists(before => ReferenceEquals(before, token))
            )
            .Select(token => token.Value);
    }

    private static string Unknown(string token, Command command)
    {
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        var help = NearestName.Of(token, known) is { } meant ? $" Did you mean {meant}?" : "";
        if (!token.StartsWith('-'))
        {
            return command is RootCommand
                ? $"there is no command {token}.{help}"
                : $"{command.Name} takes no argument {token}.{help}";
        }

        var path = command.Arguments.Count > 0 ? " A path that begins with a dash stands behind --." : "";
        return $"there is no option {token}.{help}{path}";
    }

    /// <summary>The root with its commands, or with the one alone that is called.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="commands">All commands.</param>
    /// <param name="first">The first argument; null when there is none.</param>
    private static RootCommand Root(Host host, ImmutableArray<NamedCommand> commands, string? first)
    {
        var root = new RootCommand(
            "Keeps an improvement backlog honest: judges it against rules, and fails the build when they are broken."
        )
        {
            HelpName = Name,
        };
        // Most of a short run would be spent on the options of the other commands.
        var called = commands.FirstOrDefault(command => command.Name == first);
        foreach (var command in called is null ? commands : [called])
        {
            root.Add(command.Create(host));
        }

        Help.Install(root);
        VersionAnswer.Install(root, host);
        return root;
    }

    private static int Refuse(ParseResult parsed, List<string> mistakes, Host host)
    {
        foreach (var mistake in mistakes)
        {
            host.ErrorText.WriteLine($"error: {LogText.Message(mistake)}");
        }

        host.ErrorText.WriteLine($"Run `{Called(parsed.CommandResult)} --help` for the arguments and examples.");
        return ExitStatus.CouldNotJudge;
    }

    private static string Called(SymbolResult? result) =>
        result is CommandResult { Command: not RootCommand } command
            ? $"{Called(command.Parent)} {command.Command.Name}"
            : Name;

    private static void Tell(Exception fault, Host host)
    {
        host.ErrorText.WriteLine($"error: {CommandLine.Name} {host.Version} failed: {LogText.Message(fault.Message)}");
        if (host.Has("KAIZEN_DEBUG"))
        {
            host.ErrorText.WriteLine(fault);
        }
        else
        {
            host.ErrorText.WriteLine(
                "This is a fault of the program, not of the backlog. Please report it with the command and, if you can, the backlog; KAIZEN_DEBUG=1 shows the details to add."
            );
        }
    }
}

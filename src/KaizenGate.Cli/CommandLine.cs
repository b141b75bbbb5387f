using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using KaizenGate.Cli.Commands;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Cli;

/// <summary>A command that is created when it is called.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Create">Creates it with its options.</param>
internal sealed record NamedCommand(string Name, Func<Host, Command> Create);

/// <summary>The root command, and the handling of wrong arguments and exceptions.</summary>
internal static class CommandLine
{
    /// <summary>How people call the program.</summary>
    public const string Name = "dotnet kaizen";

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="host">The environment.</param>
    /// <param name="commands">The commands in the order of the help.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Host host, ImmutableArray<NamedCommand> commands)
    {
        try
        {
            return RunAndReport(args, host, commands);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // Standard error is broken too; only the exit code is left.
            return ExitCode.InputError;
        }
    }

    private static int RunAndReport(string[] args, Host host, ImmutableArray<NamedCommand> commands)
    {
        try
        {
            var exitCode = Invoke(args, host, commands);
            host.Flush();
            return exitCode;
        }
        catch (InputException wrong)
        {
            host.WriteError(wrong.Error);
            return ExitCode.InputError;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // Errors of input files are InputExceptions, so this is the output: closed, or on a full disk.
            host.WriteError(
                new InputError(
                    $"writing failed: {failed.Message}",
                    "Check the disk or the program that reads the output."
                )
            );
            return ExitCode.InputError;
        }
#pragma warning disable CA1031 // Any other exception is a bug in this program.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            WriteInternalError(bug, host);
            return ExitCode.InternalError;
        }
    }

    private static int Invoke(string[] args, Host host, ImmutableArray<NamedCommand> commands)
    {
        if (args is [CompletionAnswer.Request, .. var words] && words.Length > 0)
        {
            CompletionAnswer.Write(Root(host, commands, words.Length > 1 ? words[0] : null), words, host);
            return ExitCode.Passed;
        }

        var root = Root(host, commands, args.FirstOrDefault());
        // @file is a path here, not a response file.
        var parsed = root.Parse(
            args.Length == 0 ? ["--help"] : args,
            new ParserConfiguration { ResponseFileTokenReplacer = null }
        );
        var errors = Errors(parsed);
        if (errors.Count > 0)
        {
            return Refuse(parsed, errors, host);
        }

        var exitCode = parsed.Invoke(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = args.Length == 0 ? host.ErrorText : host.Text,
                Error = host.ErrorText,
            }
        );
        return args.Length == 0 ? ExitCode.InputError : exitCode;
    }

    /// <summary>The errors in the arguments.</summary>
    private static List<string> Errors(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Action is not ParseErrorAction && parsed.Action != command.Action)
        {
            // Help or a completion was requested: missing arguments are fine.
            return [];
        }

        List<string> unknown = [.. parsed.UnmatchedTokens, .. UnknownOptions(parsed)];
        return unknown.Count > 0
            ? unknown.ConvertAll(token => Unknown(token, command))
            : [.. parsed.Errors.Select(error => error.Message).Distinct()];
    }

    /// <summary>Arguments that start with a dash and do not follow <c>--</c>: unknown options.</summary>
    private static List<string> UnknownOptions(ParseResult parsed)
    {
        var unknown = new List<string>();
        var beforeDashes = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToList();
        foreach (var child in parsed.CommandResult.Children)
        {
            foreach (var token in child is ArgumentResult argument ? argument.Tokens : [])
            {
                if (
                    token.Value.StartsWith('-')
                    && token.Value != CommonArguments.StandardInput
                    && beforeDashes.Exists(before => ReferenceEquals(before, token))
                )
                {
                    unknown.Add(token.Value);
                }
            }
        }

        return unknown;
    }

    private static string Unknown(string token, Command command)
    {
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        var help = NearestName.Of(token, known) is { } meant ? $" Did you mean {meant}?" : "";
        if (!token.StartsWith('-'))
        {
            return !command.Parents.Any()
                ? $"unknown command {Quote.Of(token)}.{help}"
                : $"unexpected argument {Quote.Of(token)} for {command.Name}.{help}";
        }

        var path =
            help.Length == 0 && command.Arguments.Count > 0
                ? " To pass a path that starts with a dash, put -- first."
                : "";
        return $"unknown option {token}.{help}{path}";
    }

    /// <summary>The root command with all commands, or with only the one that is called.</summary>
    /// <param name="host">The environment.</param>
    /// <param name="commands">All commands.</param>
    /// <param name="first">The first argument; null if there is none.</param>
    private static Command Root(Host host, ImmutableArray<NamedCommand> commands, string? first)
    {
        // A RootCommand would look up the name of the program and options that are replaced here: a twentieth of a short run.
        var root = new Command(
            "kaizen",
            "Checks an improvement backlog against rules and fails the build when one is violated."
        )
        {
            VersionAnswer.Option(host),
            Help.Option(host),
        };
        // Creating the options of all commands would take most of a short run.
        var called = commands.FirstOrDefault(command => command.Name == first && first != HelpCommand.Name);
        foreach (var command in called is null ? commands : [called])
        {
            root.Add(command.Create(host));
        }

        return root;
    }

    private static int Refuse(ParseResult parsed, List<string> errors, Host host)
    {
        foreach (var error in errors)
        {
            host.ErrorText.WriteLine($"error: {LogText.Message(error)}");
        }

        host.ErrorText.WriteLine($"Run `{Called(parsed.CommandResult.Command)} --help` for usage and examples.");
        return ExitCode.InputError;
    }

    /// <summary>How people call a command: <c>dotnet kaizen hook install</c>.</summary>
    public static string Called(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Called(parent)} {command.Name}" : Name;

    /// <summary>Prints an exception that no command expects.</summary>
    public static void WriteInternalError(Exception bug, Host host)
    {
        host.ErrorText.WriteLine($"error: {CommandLine.Name} {host.Version} failed: {LogText.Message(bug.Message)}");
        if (host.Has("KAIZEN_DEBUG"))
        {
            host.ErrorText.WriteLine(bug);
        }
        else
        {
            host.ErrorText.WriteLine(
                "This is a bug in the program. Please report it with the command and, if possible, the backlog; KAIZEN_DEBUG=1 prints the stack trace."
            );
        }
    }
}

using System.Collections;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli;

/// <summary>The environment of a command: streams, terminal, variables, working folder, clock.</summary>
internal sealed class Host
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream error;
    private readonly string? workingFolder;
    private readonly Lazy<TextWriter> text;
    private readonly Lazy<TextWriter> errorText;
    private readonly Lazy<TextWriter> terminal;

    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives messages.</param>
    /// <param name="workingFolder">Absolute; null if it was deleted.</param>
    public Host(Stream output, Stream error, string? workingFolder)
    {
        (Output, this.error, this.workingFolder) = (output, error, workingFolder);
        text = new(() => ReportStream.Text(output));
        errorText = new(() => ReportStream.Messages(error));
        terminal = new(() => ReportStream.Commands(error));
    }

    /// <summary>Receives results.</summary>
    public Stream Output { get; }

    /// <summary>Receives results as text; flushed at the end.</summary>
    public TextWriter Text => text.Value;

    /// <summary>Receives messages; flushed at once.</summary>
    public TextWriter ErrorText => errorText.Value;

    /// <summary>Receives a progress line, which controls the cursor.</summary>
    public TextWriter Terminal => terminal.Value;

    /// <summary>Standard input: answers to questions, or data.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Opens standard input as bytes; instead of <see cref="Input"/>, not together with it.</summary>
    public Func<Stream> InputBytes { get; init; } = () => Stream.Null;

    /// <summary>Whether questions can be answered: without a terminal none is asked.</summary>
    public bool InputIsTerminal { get; init; }

    public required bool OutputIsTerminal { get; init; }

    public required bool ErrorIsTerminal { get; init; }

    /// <summary>
    /// Waits for a key of the terminal and does not print it. Ctrl-C and Ctrl-D are keys, U+0003 and U+0004; a key without a character is
    /// U+0000. Null at the end of the input.
    /// </summary>
    public Func<char?> ReadKey { get; init; } = () => null;

    /// <summary>Reads a line of standard input; null at the end of the input. Ctrl-C ends the process.</summary>
    public Func<string?> ReadLine { get; init; } = () => null;

    /// <summary>Columns of the terminal that receives results; null if output is redirected or the width is unknown.</summary>
    public Func<int?> TerminalWidth { get; init; } = () => null;

    /// <summary>Rows of that terminal; null if output is redirected or the height is unknown.</summary>
    public Func<int?> TerminalHeight { get; init; } = () => null;

    /// <summary>Absolute path of the working folder.</summary>
    /// <exception cref="InputException">The folder was deleted.</exception>
    public string WorkingFolder =>
        workingFolder
        ?? throw new InputException(
            "the working folder no longer exists",
            "Change to an existing folder and try again."
        );

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Waits, for another try or the end of a limit.</summary>
    public Action<TimeSpan> Wait { get; init; } = Thread.Sleep;

    /// <summary>The version of this program.</summary>
    public required string Version { get; init; }

    /// <summary>The environment of this process.</summary>
    public static Host OfProcess(Stream output, Stream error)
    {
        var input = new StreamReader(Console.OpenStandardInput(), Utf8);
        return new(output, error, CurrentFolder())
        {
            Input = input,
            InputBytes = Console.OpenStandardInput,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            ReadKey = Key,
            ReadLine = () => Line(input, !Console.IsInputRedirected),
            TerminalWidth = () => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth,
            TerminalHeight = () =>
                Console.IsOutputRedirected || Console.WindowHeight <= 0 ? null : Console.WindowHeight,
            Environment = EnvironmentVariables(),
            Time = TimeProvider.System,
            Version = AppContext.GetData("KaizenGate.Version") as string ?? "0.0.0",
        };
    }

    /// <summary>The same environment in another working folder.</summary>
    /// <param name="folder">Absolute.</param>
    public Host In(string folder) =>
        new(Output, error, folder)
        {
            Input = Input,
            InputIsTerminal = InputIsTerminal,
            OutputIsTerminal = OutputIsTerminal,
            ErrorIsTerminal = ErrorIsTerminal,
            TerminalWidth = TerminalWidth,
            Environment = Environment,
            Time = Time,
            Wait = Wait,
            Version = Version,
        };

    /// <summary>The same environment, without output: for a command whose own document says what another one did.</summary>
    public Host Silent() => With(Stream.Null, Stream.Null, TextReader.Null);

    /// <summary>The same environment with other streams, and without a terminal.</summary>
    /// <param name="results">Receives results.</param>
    /// <param name="messages">Receives messages.</param>
    /// <param name="answers">Standard input.</param>
    public Host With(Stream results, Stream messages, TextReader answers) =>
        new(results, messages, workingFolder)
        {
            Input = answers,
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
            Environment = Environment,
            Time = Time,
            Wait = Wait,
            Version = Version,
        };

    /// <summary>Whether an environment variable is set and not empty.</summary>
    public bool Has(string variable) => Environment.GetValueOrDefault(variable) is { Length: > 0 };

    /// <summary>Whether an environment variable is "true".</summary>
    public bool Says(string variable) =>
        "true".Equals(Environment.GetValueOrDefault(variable), StringComparison.OrdinalIgnoreCase);

    /// <summary>A new entry of the journal, for the files that a command writes.</summary>
    public Journal Journal(string command) => new(command, Time.GetUtcNow());

    /// <summary>Prints an error and its remedy.</summary>
    public void WriteError(InputError error) =>
        ErrorText.WriteLine($"{FindingText.Place(error)}error: {LogText.Message(FindingText.Message(error))}");

    /// <summary>Flushes results.</summary>
    /// <exception cref="IOException">Writing failed.</exception>
    public void Flush()
    {
        if (text.IsValueCreated)
        {
            text.Value.Flush();
        }
    }

    private static char? Key()
    {
        try
        {
            // It stays so until a line is read: between two keys, Ctrl-C must not end the process either.
            Console.TreatControlCAsInput = true;
            var key = Console.ReadKey(intercept: true);
            return key == default ? null : key.KeyChar;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            return null;
        }
    }

    private static string? Line(TextReader input, bool isTerminal)
    {
        if (isTerminal)
        {
            Console.TreatControlCAsInput = false;
        }

        return input.ReadLine();
    }

    private static string? CurrentFolder()
    {
        try
        {
            return System.Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> EnvironmentVariables() =>
        System
            .Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal);
}

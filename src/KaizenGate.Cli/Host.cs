using System.Collections;
using System.Text;
using KaizenGate.Backlogs;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Cli;

/// <summary>Everything outside of the program that a command may touch.</summary>
internal sealed class Host
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string? workingFolder;
    private readonly Lazy<StreamWriter> text;
    private readonly Lazy<StreamWriter> errorText;

    /// <param name="output">Where results go.</param>
    /// <param name="error">Where everything goes that is no result.</param>
    /// <param name="workingFolder">Absolute; null when it was deleted.</param>
    public Host(Stream output, Stream error, string? workingFolder)
    {
        (Output, this.workingFolder) = (output, workingFolder);
        text = new(() => new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" });
        errorText = new(() => new StreamWriter(error, Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = true });
    }

    /// <summary>Where results go.</summary>
    public Stream Output { get; }

    /// <summary>Results as text; written out at the end.</summary>
    public TextWriter Text => text.Value;

    /// <summary>What is no result as text; written out at once.</summary>
    public TextWriter ErrorText => errorText.Value;

    /// <summary>Where answers and data come from.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Whether somebody can answer: a run without a terminal is never asked anything.</summary>
    public bool InputIsTerminal { get; init; }

    public required bool OutputIsTerminal { get; init; }

    public required bool ErrorIsTerminal { get; init; }

    /// <summary>The columns of the terminal that results go to; null when it is none, or does not tell.</summary>
    public Func<int?> TerminalWidth { get; init; } = () => null;

    /// <summary>Absolute.</summary>
    /// <exception cref="InputException">It was deleted.</exception>
    public string WorkingFolder =>
        workingFolder
        ?? throw new InputException(
            new InputError("the working folder is no longer there", "Change to a folder that is, and run it again.")
        );

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The version of this program.</summary>
    public required string Version { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Host OfProcess(Stream output, Stream error) =>
        new(output, error, CurrentFolder())
        {
            Input = new StreamReader(Console.OpenStandardInput(), Utf8),
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            TerminalWidth = () => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth,
            Environment = EnvironmentVariables(),
            Time = TimeProvider.System,
            Version = AppContext.GetData("KaizenGate.Version") as string ?? "0.0.0",
        };

    /// <summary>Whether an environment variable is set to something.</summary>
    public bool Has(string variable) => Environment.GetValueOrDefault(variable) is { Length: > 0 };

    /// <summary>Whether an environment variable says yes.</summary>
    public bool Says(string variable) =>
        "true".Equals(Environment.GetValueOrDefault(variable), StringComparison.OrdinalIgnoreCase);

    /// <summary>Says what is wrong and what to do.</summary>
    public void Tell(InputError error) =>
        ErrorText.WriteLine($"{InputErrorText.Place(error)}error: {LogText.Message(InputErrorText.Message(error))}");

    /// <summary>Writes out what is still held back.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Flush()
    {
        if (text.IsValueCreated)
        {
            text.Value.Flush();
        }
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

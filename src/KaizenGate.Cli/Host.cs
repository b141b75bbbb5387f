using System.Collections;
using System.Text;
using KaizenGate.Backlogs;
using KaizenGate.Reporting;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Cli;

/// <summary>Everything outside of the program that a command may touch.</summary>
internal sealed class Host : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lazy<StreamWriter> text;
    private readonly Lazy<StreamWriter> errorText;

    public Host(Stream output, Stream error)
    {
        (Output, Error) = (output, error);
        text = new(() => new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" });
        errorText = new(() => new StreamWriter(error, Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = true });
    }

    /// <summary>Where results go.</summary>
    public Stream Output { get; }

    /// <summary>Where everything goes that is no result.</summary>
    public Stream Error { get; }

    /// <summary>Results as text; written out at the end.</summary>
    public TextWriter Text => text.Value;

    /// <summary>What is no result as text; written out at once.</summary>
    public TextWriter ErrorText => errorText.Value;

    public required bool OutputIsTerminal { get; init; }

    public required bool ErrorIsTerminal { get; init; }

    /// <summary>Absolute.</summary>
    public required string WorkingFolder { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The version of this program.</summary>
    public required string Version { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Host OfProcess(Stream output, Stream error) =>
        new(output, error)
        {
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            WorkingFolder = System.Environment.CurrentDirectory,
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

    public void Dispose()
    {
        if (text.IsValueCreated)
        {
            text.Value.Dispose();
        }

        if (errorText.IsValueCreated)
        {
            errorText.Value.Dispose();
        }
    }

    private static Dictionary<string, string> EnvironmentVariables() =>
        System
            .Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal);
}

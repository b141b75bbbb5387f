using System.Collections.Immutable;
using System.Text;
using KaizenGate.Cli;
using KaizenGate.Cli.Commands;
using KaizenGate.Tests;

namespace KaizenGate.Core.Tests.Commands;

/// <summary>What a command printed.</summary>
internal sealed record Printed(int ExitCode, string Output, string Error)
{
    public Printed MustBe(int exitCode) =>
        ExitCode == exitCode ? this : throw new InvalidOperationException($"exit code {ExitCode}\n{Output}\n{Error}");
}

/// <summary>Runs commands in this process, in a folder of their own or in a given one.</summary>
/// <param name="folder">The folder, which is kept; null for a new one.</param>
internal sealed class CommandRun(string? folder = null) : IDisposable
{
    /// <summary>Today.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public string Folder { get; } = folder ?? Directory.CreateTempSubdirectory("kaizen-run-").FullName;

    /// <summary>The time of the next command.</summary>
    public DateTimeOffset Time { get; set; } = Now;

    /// <summary>How long commands would have waited.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>The environment of the next command, apart from <c>PATH</c>.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public void Dispose()
    {
        if (folder is null)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    public string Read(string path) => File.ReadAllText(Path.Join(Folder, path));

    public void Write(string path, string text)
    {
        var full = Path.Join(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>The relative paths and contents of all files, without the locks of edits.</summary>
    public ImmutableSortedDictionary<string, string> Files() =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(path => Path.GetRelativePath(Folder, path), File.ReadAllText);

    public Printed Run(params string[] arguments) => RunWith("", arguments);

    /// <param name="input">Standard input.</param>
    /// <param name="arguments">The arguments.</param>
    public Printed RunWith(string input, params string[] arguments) => Run(new StringReader(input), null, arguments);

    /// <summary>Runs a command on a terminal.</summary>
    /// <param name="keys">What is typed, taken as it is asked for; an answer in words ends with a line break.</param>
    /// <param name="arguments">The arguments.</param>
    public Printed Type(IEnumerable<char> keys, params string[] arguments)
    {
        using var typed = keys.GetEnumerator();
        return Run(TextReader.Null, () => typed.MoveNext() ? typed.Current : null, arguments);
    }

    private Printed Run(TextReader input, Func<char?>? key, string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var host = new Host(output, error, Folder)
        {
            Input = input,
            InputIsTerminal = key is not null,
            ReadKey = key ?? (() => null),
            ReadLine = () => key is null ? null : Line(key),
            OutputIsTerminal = false,
            ErrorIsTerminal = key is not null,
            Environment = new Dictionary<string, string>(Variables)
            {
                ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            },
            Time = new StoppedTime(Time),
            Wait = Waits.Add,
            Version = "0.1.0",
        };
        var exitCode = CommandLine.Run(arguments, host, CommandList.All);
        var printed = Encoding.UTF8.GetString(output.ToArray());
        OutputSchemas.Validate(arguments, printed, Repository.PathOf("docs", "schemas"));
        return new(exitCode, printed, Encoding.UTF8.GetString(error.ToArray()));
    }

    private static string? Line(Func<char?> key)
    {
        var line = new StringBuilder();
        while (key() is { } typed)
        {
            if (typed == '\n')
            {
                return line.ToString();
            }

            line.Append(typed);
        }

        return null;
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli;

/// <summary>A program of the user, such as an editor or a browser. It is started without a shell.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Arguments">Its arguments, before the file.</param>
internal sealed record OtherProgram(string Path, ImmutableArray<string> Arguments)
{
    private const int MostOutput = 64 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(10);

    /// <summary>Finds the program of a command such as <c>code --wait</c>, which a variable of the environment has.</summary>
    /// <returns>Null when there is no such program.</returns>
    public static OtherProgram? Find(string command, Host host) =>
        Words(command) is [var name, .. var arguments] && ProgramPath.Find(name, host.Environment) is { } path
            ? new OtherProgram(path, arguments)
            : null;

    /// <summary>Starts it with a file.</summary>
    /// <param name="file">The absolute path of the file.</param>
    /// <param name="waits">Whether to wait until it ends; it then has the terminal.</param>
    /// <returns>Its exit code; 0 when it is not waited for.</returns>
    /// <exception cref="InputException">It cannot be started.</exception>
    public int Start(string file, bool waits)
    {
        var start = new ProcessStartInfo(Path)
        {
            UseShellExecute = false,
            RedirectStandardOutput = !waits,
            RedirectStandardError = !waits,
        };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add(file);
        try
        {
            using var process = Process.Start(start)!;
            if (!waits)
            {
                return 0;
            }

            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Quote.Of(Path)} cannot be started: {e.Message.TrimEnd('.')}", "Check it.");
        }
    }

    /// <summary>Starts it without a file and waits for it.</summary>
    /// <param name="folder">Its working folder; absolute.</param>
    /// <returns>What it printed to standard output, at most 64 KB. Its errors go to ours.</returns>
    /// <exception cref="InputException">It cannot be started, fails, prints more, or takes over ten minutes.</exception>
    public string Output(string folder)
    {
        var start = new ProcessStartInfo(Path)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var text = new char[MostOutput + 1];
            var reading = process.StandardOutput.ReadBlockAsync(text).AsTask();
            var isRead = Task.WaitAny([reading], MostTime) == 0;
            // A program that prints more would wait for a reader without end.
            var isTooLong = isRead && reading.GetAwaiter().GetResult() > MostOutput;
            if (!isRead || isTooLong || !process.WaitForExit(MostTime))
            {
                process.Kill(entireProcessTree: true);
                throw isTooLong
                    ? new InputException(
                        $"{Quote.Of(Path)} prints more than {MostOutput / 1024} KB",
                        "Let it print the number only."
                    )
                    : new InputException($"{Quote.Of(Path)} took over ten minutes", "Measure something faster.");
            }

            return process.ExitCode == 0
                ? new string(text, 0, reading.GetAwaiter().GetResult())
                : throw new InputException(
                    $"{Quote.Of(Path)} ended with exit code {process.ExitCode}",
                    "Run it by hand."
                );
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Quote.Of(Path)} cannot be started: {e.Message.TrimEnd('.')}", "Check it.");
        }
    }

    /// <summary>The words of a command; single and double quotes keep spaces.</summary>
    internal static ImmutableArray<string> Words(string command)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var isWord = false;
        foreach (var character in command)
        {
            if (quote == '\0' && char.IsWhiteSpace(character))
            {
                Finish();
            }
            else if (character == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && character is '"' or '\'')
            {
                (quote, isWord) = (character, true);
            }
            else
            {
                word.Append(character);
                isWord = true;
            }
        }

        Finish();
        return words.ToImmutable();

        void Finish()
        {
            if (isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }
    }
}

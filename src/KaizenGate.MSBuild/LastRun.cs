using System.Collections;
using System.Globalization;
using System.Text;

namespace KaizenGate.MSBuild;

/// <summary>
/// A file in the git folder with the output of a run, so that the next build shows the same without a run. Its name contains the date
/// and a hash of the inputs.
/// </summary>
internal static class LastRun
{
    private const string Prefix = "build-";
    private const string Extension = ".run";

    /// <summary>
    /// The path of the file for the current inputs; null if they cannot be determined quickly. Then the gate runs, which is always
    /// correct.
    /// </summary>
    public static string? PathFor(
        string folder,
        IReadOnlyList<string> backlogs,
        string config,
        string commandLine,
        GateProgram program
    )
    {
        try
        {
            if (GitHead.Around(folder) is not { } head || Inputs.Of(folder, backlogs, config) is not { } inputs)
            {
                return null;
            }

            var text = new StringBuilder();
            text.AppendLine(folder).AppendLine(commandLine).AppendLine(head.Commit);
            foreach (var input in inputs.Concat([head.ShallowFile, program.File]))
            {
                text.AppendLine(Inputs.StateOf(input));
            }

            foreach (var variable in Variables())
            {
                text.AppendLine(variable);
            }

            return Path.Combine(head.Folder, "kaizen", $"{Prefix}{Today()}-{Hash(text)}{Extension}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The exit code and the lines of the standard output; null if there is no such run.</summary>
    public static (int ExitCode, IReadOnlyList<string> Lines)? Read(string path)
    {
        try
        {
            var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
            return
                lines.Length > 0
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var exitCode)
                ? (exitCode, [.. lines.Skip(1)])
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the file, and deletes those of other days.</summary>
    public static void Write(string path, int exitCode, IEnumerable<string> lines)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            var today = Path.GetFileName(path).Substring(0, Prefix.Length + Today().Length);
            foreach (var old in Directory.GetFiles(folder, $"{Prefix}*"))
            {
                if (!Path.GetFileName(old).StartsWith(today, StringComparison.Ordinal))
                {
                    File.Delete(old);
                }
            }

            // Another build may read it at the same time.
            var partial = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllLines(partial, [exitCode.ToString(CultureInfo.InvariantCulture), .. lines]);
            File.Delete(path);
            File.Move(partial, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next build runs the gate again.
        }
    }

    // The result depends on the day, in UTC.
    private static string Today() => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The variables that select the git program and its repository.</summary>
    private static List<string> Variables()
    {
        var variables = new List<string>();
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            var name = (string)entry.Key;
            if (name is "PATH" or "Path" || name.StartsWith("GIT_", StringComparison.Ordinal))
            {
                variables.Add($"{name}={entry.Value}");
            }
        }

        variables.Sort(StringComparer.Ordinal);
        return variables;
    }

    // FNV-1a is enough for local files; loading a cryptographic hash takes longer than everything else.
    private static string Hash(StringBuilder text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text.ToString())
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}

using System.Collections;
using System.Globalization;
using System.Text;

namespace KaizenGate.MSBuild;

/// <summary>
/// An empty file in the git folder that records a run without findings: its name contains the date and a hash of the inputs.
/// A run with a warning writes none, because the next build must show the warning again.
/// </summary>
internal static class CleanStamp
{
    private const string Prefix = "build-";

    /// <summary>
    /// The path of the stamp for the current inputs; null if they cannot be determined quickly. Then the gate runs, which is
    /// always correct.
    /// </summary>
    public static string? PathFor(
        string folder,
        IReadOnlyList<string> backlogs,
        string config,
        string commandLine,
        BundledProgram program
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

            return Path.Combine(head.Folder, "kaizen", $"{Prefix}{Today()}-{Hash(text)}.clean");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a stamp and deletes those of other days.</summary>
    public static void Write(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            var today = Path.GetFileName(path).Substring(0, Prefix.Length + Today().Length);
            foreach (var old in Directory.GetFiles(folder, $"{Prefix}*.clean"))
            {
                if (!Path.GetFileName(old).StartsWith(today, StringComparison.Ordinal))
                {
                    File.Delete(old);
                }
            }

            File.WriteAllText(path, "");
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

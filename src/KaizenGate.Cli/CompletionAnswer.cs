using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Cli;

/// <summary>
/// The suggestions for a command line that is being typed, for the scripts of <c>completion</c>: a candidate, a tab and its description
/// per line. Candidates are single harmless words, and descriptions have no control characters: a shell never evaluates either.
/// </summary>
internal static class CompletionAnswer
{
    /// <summary>The first argument of a request; the words follow, the last of which is incomplete or empty.</summary>
    public const string Request = "[complete]";

    private const int MostCandidates = 500;
    private const int LongestDescription = 80;

    /// <summary>Prints the suggestions.</summary>
    /// <param name="root">The root command, with the called command or all.</param>
    /// <param name="words">The words after the name of the program; at least one.</param>
    /// <param name="host">The environment.</param>
    public static void Write(Command root, IReadOnlyList<string> words, Host host)
    {
        var current = words[^1];
        // Only with a text, the parser suggests values for an option that has one, which is incomplete.
        var line = string.Join(' ', words.SkipLast(1).Select(Quoted).Append(current));
        var parsed = root.Parse(line, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var candidates = parsed
            .GetCompletions(line.Length)
            .Where(one =>
                one.Label.StartsWith(current, StringComparison.OrdinalIgnoreCase)
                && IsHarmless(one.Label)
                // Without a dash, values and file names are more useful than options.
                && (one.Label[0] != '-' || current.StartsWith('-'))
            )
            .DistinctBy(one => one.Label)
            .Take(MostCandidates);
        foreach (var one in candidates)
        {
            var description = LogText.Of(VisibleText.Cut(FirstSentence(one.Detail ?? ""), LongestDescription));
            host.Text.WriteLine($"{one.Label}\t{description}");
        }
    }

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text.TrimEnd('.');

    private static string Quoted(string word) =>
        word.Length == 0 || word.Any(char.IsWhiteSpace)
            ? $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\""
            : word;

    private static bool IsHarmless(string label) =>
        label.Length > 0
        && label.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '=' or '#');
}

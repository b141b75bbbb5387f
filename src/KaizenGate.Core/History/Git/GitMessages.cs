using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>Git's own words as a reason may quote them.</summary>
internal static class GitMessages
{
    private const int Longest = 200;

    /// <summary>The sentence with which git gave up, or the first one it said; empty when it said nothing.</summary>
    public static string Last(string errorText)
    {
        var start = errorText.IndexOf("fatal: ", StringComparison.Ordinal);
        start = start < 0 ? errorText.IndexOf("error: ", StringComparison.Ordinal) : start;
        var from = errorText.AsSpan(Math.Max(start, 0)).TrimStart();
        var end = from.IndexOfAny('\n', '\r');
        return OneLine(end < 0 ? from : from[..end]);
    }

    /// <summary>A text on one line, at most 200 characters of it, without what could steer a terminal.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder();
        foreach (var sign in text[..Math.Min(text.Length, Longest)])
        {
            line.Append(char.IsControl(sign) ? ' ' : sign);
        }

        return line.ToString().Trim();
    }

    /// <summary>A path as it can be pasted into a shell.</summary>
    public static string ShellQuoted(string path) =>
        path.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '.' or '-' or '_' or ':' or '+' or '@')
            ? path
            : $"'{OneLine(path).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

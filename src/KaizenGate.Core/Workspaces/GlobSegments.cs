using System.IO.Enumeration;

namespace KaizenGate.Core.Workspaces;

/// <summary>The parts of a pattern between its slashes, which decide how far a search goes. They may let more pass than the pattern matches.</summary>
internal sealed class GlobSegments
{
    /// <summary>The expressions of the folders and the file; null for a name that is not restricted.</summary>
    private readonly ImmutableArray<string?> segments;

    /// <summary>Whether folders of any depth may follow the first segments.</summary>
    private readonly bool isDeep;

    /// <param name="pattern">A pattern with <c>*</c> in names and <c>**</c> for any folders, with <c>/</c> between them.</param>
    public GlobSegments(string pattern)
    {
        var parts = pattern.Split('/');
        if (parts.Any(part => part is "" or "." or ".." || part.Contains('\\')))
        {
            (segments, isDeep) = ([null], true);
            return;
        }

        var any = Array.FindIndex(parts, IsAny);
        isDeep = any >= 0;
        segments = isDeep ? [.. parts.Take(any), IsAny(parts[^1]) ? null : parts[^1]] : [.. parts];
    }

    /// <summary>Whether a folder may contain a match.</summary>
    /// <param name="depth">The number of folders between the start of the search and the folder, at least 0.</param>
    /// <param name="name">Its name.</param>
    public bool MayLead(int depth, ReadOnlySpan<char> name) =>
        depth >= segments.Length - 1 ? isDeep : Matches(segments[depth], name);

    /// <summary>Whether a file may be a match.</summary>
    /// <param name="depth">The number of folders between the start of the search and the file, at least 0.</param>
    /// <param name="name">Its name.</param>
    public bool MayMatch(int depth, ReadOnlySpan<char> name) =>
        (isDeep ? depth >= segments.Length - 1 : depth == segments.Length - 1) && Matches(segments[^1], name);

    private static bool IsAny(string part) => part.Contains("**", StringComparison.Ordinal);

    private static bool Matches(string? expression, ReadOnlySpan<char> name) =>
        expression is null || FileSystemName.MatchesSimpleExpression(expression, name, ignoreCase: true);
}

namespace KaizenGate.Core.History;

/// <summary>The issues that commit messages name: <c>#12</c>, <c>owner/name#12</c>, and with a word before it <c>fixes #12</c>.</summary>
internal static class IssueLinks
{
    private static readonly string[] Closing =
    [
        "close",
        "closes",
        "closed",
        "closing",
        "fix",
        "fixes",
        "fixed",
        "fixing",
        "resolve",
        "resolves",
        "resolved",
        "resolving",
        "implement",
        "implements",
        "implemented",
    ];

    /// <summary>Finds the issues.</summary>
    /// <param name="messages">Whole commit messages.</param>
    /// <param name="project">The project of the issues: <c>owner/name</c>. Issues of other projects are left out.</param>
    /// <returns>The ids, <c>#12</c>, of all named issues, and of those that the commits close.</returns>
    public static (HashSet<string> Named, HashSet<string> Closed) In(ImmutableArray<string> messages, string project)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            for (var at = message.IndexOf('#', StringComparison.Ordinal); at >= 0; at = message.IndexOf('#', at + 1))
            {
                var end = at + 1;
                while (end < message.Length && char.IsAsciiDigit(message[end]))
                {
                    end++;
                }

                var before = message.AsSpan(0, at);
                if (
                    end - at is < 2 or > 12
                    || (end < message.Length && (char.IsLetterOrDigit(message[end]) || message[end] is '_'))
                    || ProjectBefore(ref before) is { Length: > 0 } other
                        && !other.Equals(project, StringComparison.OrdinalIgnoreCase)
                )
                {
                    continue;
                }

                var id = message[at..end];
                named.Add(id);
                if (IsClosing(before))
                {
                    closed.Add(id);
                }
            }
        }

        return (named, closed);
    }

    /// <summary>Takes the project directly before the sign off the text; empty for none.</summary>
    private static string ProjectBefore(ref ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '/' or '-' or '_' or '.'))
        {
            start--;
        }

        var project = text[start..].ToString();
        text = text[..start];
        return project;
    }

    private static bool IsClosing(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t").TrimEnd(':').TrimEnd(" \t");
        var start = before.Length;
        while (start > 0 && char.IsLetter(before[start - 1]))
        {
            start--;
        }

        var word = before[start..];
        foreach (var one in Closing)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Text;

namespace KaizenGate.Core.History.Git;

internal static class NoCaptureTrailer
{
    private const string Key = "Kaizen";
    private const string None = "none";

    /// <summary>The maximum number of reasons read.</summary>
    private const int MostReasons = 100;

    /// <summary>
    /// Returns the texts in the trailers <c>Kaizen: none (reason)</c>, in any case, of the commits after a base, the newest first;
    /// without empty ones, at most 100.
    /// </summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableArray<string> NoCaptureReasons(this GitRepository git, string start, string head)
    {
        var answer = git.Ask(
                "log",
                "-z",
                "--no-color",
                "--no-decorate",
                "--no-notes",
                "--encoding=UTF-8",
                $"--format=%(trailers:key={Key},valueonly,unfold)",
                ObjectId.Checked(head),
                $"^{ObjectId.Checked(start)}",
                "--"
            )
            .OrThrow(git);
        return Reasons(answer.Text.Split('\0', '\n'));
    }

    /// <summary>Returns the same texts of one message, which may have comments for the editor.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableArray<string> NoCaptureReasons(this GitRepository git, string message)
    {
        var answer = git.AskWith(
            Encoding.UTF8.GetBytes(message),
            "interpret-trailers",
            "--parse",
            // A line of dashes ends the message of a patch, not that of a commit.
            "--no-divider"
        );
        return Reasons(answer.OrThrow(git).Text.Split('\n').Where(IsOurs).Select(ValueOf));
    }

    /// <summary>Whether a message has a line that is meant as such a trailer, with or without a reason and in any case.</summary>
    public static bool IsMeantIn(string message) =>
        message
            .Split('\n')
            .Any(line =>
                IsOurs(line) && ValueOf(line).AsSpan().TrimStart().StartsWith(None, StringComparison.OrdinalIgnoreCase)
            );

    private static bool IsOurs(string line) =>
        line.StartsWith(Key, StringComparison.OrdinalIgnoreCase) && line.AsSpan(Key.Length).TrimStart().StartsWith(':');

    private static string ValueOf(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static ImmutableArray<string> Reasons(IEnumerable<string> values) =>
        [.. values.Select(value => Reason(value.AsSpan().Trim())).OfType<string>().Distinct().Take(MostReasons)];

    /// <summary>Reads "none (reason)"; null for anything else.</summary>
    private static string? Reason(ReadOnlySpan<char> value)
    {
        if (!value.StartsWith(None, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = value[None.Length..].TrimStart();
        var end = rest.LastIndexOf(')');
        var reason = rest.StartsWith('(') && end > 0 ? rest[1..end].Trim() : [];
        return reason.IsEmpty ? null : reason.ToString();
    }
}

using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>What the commits of a change say in trailers.</summary>
/// <param name="NoCapture">The reasons in <c>Kaizen: none (reason)</c>, the newest first; without empty ones, at most 100.</param>
/// <param name="Inflow">The same for <c>Kaizen: more (reason)</c>.</param>
internal sealed record ChangeReasons(ImmutableArray<string> NoCapture, ImmutableArray<string> Inflow)
{
    public static ChangeReasons None { get; } = new([], []);
}

/// <summary>The trailers <c>Kaizen: none (reason)</c> and <c>Kaizen: more (reason)</c>, in any case.</summary>
internal static class KaizenTrailers
{
    private const string Key = "Kaizen";
    private const string None = "none";
    private const string More = "more";

    /// <summary>The maximum number of reasons read.</summary>
    private const int MostReasons = 100;

    /// <summary>Reads the trailers of the commits after a base.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ChangeReasons Reasons(this GitRepository git, string start, string head)
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

    /// <summary>Reads the trailers of one message, which may have comments for the editor.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ChangeReasons Reasons(this GitRepository git, string message)
    {
        var answer = git.AskWith(
            Encoding.UTF8.GetBytes(message),
            "interpret-trailers",
            "--parse",
            // A line of dashes ends the message of a patch, not that of a commit.
            "--no-divider"
        );
        return Reasons([.. answer.OrThrow(git).Text.Split('\n').Where(IsOurs).Select(ValueOf)]);
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

    private static ChangeReasons Reasons(string[] values) => new(Reasons(values, None), Reasons(values, More));

    private static ImmutableArray<string> Reasons(string[] values, string kind) =>
        [.. values.Select(value => Reason(value.AsSpan().Trim(), kind)).OfType<string>().Distinct().Take(MostReasons)];

    /// <summary>Reads "none (reason)"; null for anything else.</summary>
    private static string? Reason(ReadOnlySpan<char> value, string kind)
    {
        if (!value.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = value[kind.Length..].TrimStart();
        var end = rest.LastIndexOf(')');
        var reason = rest.StartsWith('(') && end > 0 ? rest[1..end].Trim() : [];
        return reason.IsEmpty ? null : reason.ToString();
    }
}

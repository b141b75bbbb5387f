namespace KaizenGate.Core.History.Git;

internal static class NoCaptureTrailer
{
    /// <summary>Returns the reason in the newest trailer <c>Kaizen: none (reason)</c>, in any case, of the commits after a base; null without one.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static string? NoCaptureReason(this GitRepository git, string start, string head)
    {
        var answer = git.Ask(
                "log",
                "-z",
                "--no-color",
                "--no-decorate",
                "--no-notes",
                "--encoding=UTF-8",
                "--format=%(trailers:key=Kaizen,valueonly,unfold)",
                ObjectId.Checked(head),
                $"^{ObjectId.Checked(start)}",
                "--"
            )
            .OrThrow(git);
        foreach (var line in answer.Text.Split('\0', '\n'))
        {
            if (Reason(line.AsSpan().Trim()) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>Reads "none (reason)".</summary>
    private static string? Reason(ReadOnlySpan<char> value)
    {
        const string None = "none";
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

namespace KaizenGate.Core.History.Git;

internal static class NoCaptureTrailer
{
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
                "--format=%(trailers:key=Kaizen,valueonly,unfold)",
                ObjectId.Checked(head),
                $"^{ObjectId.Checked(start)}",
                "--"
            )
            .OrThrow(git);
        return
        [
            .. answer
                .Text.Split('\0', '\n')
                .Select(line => Reason(line.AsSpan().Trim()))
                .OfType<string>()
                .Distinct()
                .Take(MostReasons),
        ];
    }

    /// <summary>Reads "none (reason)"; null for anything else.</summary>
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

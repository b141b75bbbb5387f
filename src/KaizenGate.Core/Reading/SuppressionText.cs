namespace KaizenGate.Core.Reading;

/// <summary>Reads suppressions in comments: <c>&lt;!-- kaizen-disable-next-item KZ401: reason --&gt;</c> and <c>&lt;!-- kaizen-disable KZ305: reason --&gt;</c>.</summary>
internal static class SuppressionText
{
    private const string File = "kaizen-disable";
    private const string NextItem = "kaizen-disable-next-item";

    /// <summary>Returns the suppression in a comment; null for any other comment.</summary>
    /// <param name="comment">The comment including its delimiters.</param>
    /// <param name="next">The <see cref="Improvement.Order"/> of the next improvement; null when none follows.</param>
    public static Suppression? Read(ReadOnlySpan<char> comment, SourceSpan span, int? next)
    {
        // In `<!-->` and `<!--->`, which are whole comments, the delimiters overlap.
        if (comment.Length < "<!---->".Length)
        {
            return null;
        }

        var text = comment[4..^3].Trim();
        var scope = Begins(text, NextItem) ? SuppressionScope.NextItem : SuppressionScope.File;
        var keyword = scope == SuppressionScope.NextItem ? NextItem : File;
        if (!Begins(text, keyword))
        {
            return null;
        }

        var rest = text[keyword.Length..];
        var colon = rest.IndexOf(':');
        var rules = colon < 0 ? rest : rest[..colon];
        var reason = colon < 0 ? "" : PlainText.Of(rest[(colon + 1)..]);
        return new Suppression(
            scope,
            [.. rules.ToString().Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)],
            reason.Length == 0 ? null : reason,
            span,
            scope == SuppressionScope.NextItem ? next : null
        );
    }

    private static bool Begins(ReadOnlySpan<char> text, string keyword) =>
        text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)
        && (text.Length == keyword.Length || char.IsWhiteSpace(text[keyword.Length]) || text[keyword.Length] == ':');
}

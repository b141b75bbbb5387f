namespace KaizenGate.Core.Signals;

/// <summary>Names what can be counted: <c>sessions|fails|npm install</c>. It stays the same as long as the cause does.</summary>
/// <param name="Source">Where it is counted; see <see cref="SignalSources"/>.</param>
/// <param name="Rule">What is counted there.</param>
/// <param name="Subject">The command, file, test or rule that it is about; one line without secrets.</param>
internal sealed record SignalKey(string Source, string Rule, string Subject)
{
    private const int LongestKey = 300;

    /// <summary>The key as it is written in a backlog.</summary>
    public string Text => $"{Source}|{Rule}|{Subject}";

    /// <summary>Whether it is a state, such as a number of warnings, of which only the last day counts; otherwise events.</summary>
    public bool IsState => (Source, Rule) is (SignalSources.Git, "todo") or (SignalSources.Warnings, "rule");

    /// <summary>Creates a key; a separator in the subject becomes a slash.</summary>
    public static SignalKey Of(string source, string rule, string subject) =>
        new(source, rule, subject.Replace('|', '/').Trim());

    /// <summary>Reads a key; null for any other text.</summary>
    public static SignalKey? Parse(string text) =>
        text.Length <= LongestKey
        && text.Split('|', 3, StringSplitOptions.TrimEntries)
            is [{ Length: > 0 } source, { Length: > 0 } rule, { Length: > 0 } subject]
            ? new(source, rule, subject)
            : null;

    public override string ToString() => Text;
}

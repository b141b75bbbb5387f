namespace KaizenGate.Core.Settings;

/// <summary>Words as a list in a sentence.</summary>
internal static class Listed
{
    /// <summary><c>error, warning or never</c>.</summary>
    /// <param name="words">At least one.</param>
    public static string Or(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}

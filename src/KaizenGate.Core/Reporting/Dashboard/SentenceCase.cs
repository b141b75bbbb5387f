namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A message as a sentence: with a capital letter and a full stop.</summary>
internal static class SentenceCase
{
    public static string Of(string words)
    {
        var first =
            words.Length > 0 && char.IsAsciiLetterLower(words[0])
                ? $"{char.ToUpperInvariant(words[0])}{words[1..]}"
                : words;
        return first.Length == 0 || first[^1] is '.' or '…' or '!' or '?' ? first : $"{first}.";
    }
}

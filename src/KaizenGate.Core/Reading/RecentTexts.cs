namespace KaizenGate.Core.Reading;

/// <summary>
/// Returns the same string for short texts that were read recently: the values of a backlog, such as a status, a date or a person,
/// recur, and their copies would be a twentieth of its memory.
/// </summary>
internal static class RecentTexts
{
    /// <summary>The length up to which texts often recur.</summary>
    private const int MostCharacters = 40;

    /// <summary>The number of texts that each thread keeps.</summary>
    private const int Kept = 512;

    [ThreadStatic]
    private static string?[]? ofThread;

    /// <summary>Returns a text as a string.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostCharacters)
        {
            return text.ToString();
        }

        ref var recent = ref (ofThread ??= new string[Kept])[(uint)string.GetHashCode(text) % Kept];
        if (!text.SequenceEqual(recent))
        {
            recent = text.ToString();
        }

        return recent!;
    }
}

using System.Collections.Frozen;

namespace KaizenGate.Core.Transcripts;

/// <summary>A set of words.</summary>
/// <param name="words">Separated by spaces.</param>
internal sealed class FrozenWords(string words)
{
    private readonly FrozenSet<string> set = words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public bool Contains(string word) => set.Contains(word);
}

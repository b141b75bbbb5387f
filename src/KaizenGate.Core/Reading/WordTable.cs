using System.Numerics;
using System.Runtime.CompilerServices;

namespace KaizenGate.Core.Reading;

/// <summary>
/// A hash table of words in one array of characters. It is filled at every start with thousands of words, for which strings would take
/// most of the time. Its words are those of the vocabulary, so hashes need no random seed.
/// </summary>
/// <param name="words">The maximum number of words.</param>
/// <param name="characters">The maximum of their characters together.</param>
internal sealed class WordTable<T>(int words, int characters)
{
    private struct Entry
    {
        public int Start;
        public int Length;

        /// <summary>The next entry of the bucket; 0 for none.</summary>
        public int Next;
        public T Value;
    }

    private readonly char[] text = new char[characters];
    private int textLength;

    /// <summary>From 1.</summary>
    private readonly Entry[] entries = new Entry[words + 1];
    private int count;

    /// <summary>The first entry of each bucket; 0 for none.</summary>
    private readonly int[] buckets = new int[BitOperations.RoundUpToPowerOf2((uint)words + 1)];

    /// <summary>Returns the value of a word, which can be changed; a null reference when there is none.</summary>
    public ref T Find(ReadOnlySpan<char> word)
    {
        for (var index = buckets[BucketOf(word)]; index > 0; index = entries[index].Next)
        {
            ref var entry = ref entries[index];
            if (word.SequenceEqual(text.AsSpan(entry.Start, entry.Length)))
            {
                return ref entry.Value;
            }
        }

        return ref Unsafe.NullRef<T>();
    }

    /// <summary>Adds a word that is not in the table.</summary>
    public void Add(ReadOnlySpan<char> word, T value)
    {
        word.CopyTo(text.AsSpan(textLength));
        ref var first = ref buckets[BucketOf(word)];
        entries[++count] = new Entry
        {
            Start = textLength,
            Length = word.Length,
            Next = first,
            Value = value,
        };
        first = count;
        textLength += word.Length;
    }

    /// <summary>FNV-1a.</summary>
    private int BucketOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var character in word)
        {
            hash = (hash ^ character) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(buckets.Length - 1));
    }
}

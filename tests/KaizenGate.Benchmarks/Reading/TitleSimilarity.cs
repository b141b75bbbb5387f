using System.Text;
using System.Text.RegularExpressions;

namespace KaizenGate.Benchmarks.Reading;

/// <summary>How similar two titles are that may differ in markup, ids and remarks.</summary>
internal static partial class TitleSimilarity
{
    /// <summary>The lowest similarity that is computed; anything lower is 0.</summary>
    public const double Lowest = 0.6;

    private const int ShortestPart = 8;
    private const int Longest = 160;

    /// <summary>Returns the title in lower case without markup and status signs, as code points.</summary>
    public static int[] Normalize(string title)
    {
        var plain = Signs().Replace(Link().Replace(title, "$1"), " ");
        return [.. Space().Replace(plain, " ").Trim().ToLowerInvariant().EnumerateRunes().Select(rune => rune.Value)];
    }

    /// <summary>
    /// Compares two normalized titles: 1 for the same; 0.95 and 0.9 if one is the start or a part of the other; else Ratcliff and
    /// Obershelp's ratio, twice the length of the matching parts ÷ the length of both.
    /// </summary>
    public static double Compare(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return 0;
        }

        if (left.SequenceEqual(right))
        {
            return 1;
        }

        var part = left.Length < right.Length ? left : right;
        var whole = left.Length < right.Length ? right : left;
        if (part.Length >= ShortestPart && whole.IndexOf(part) is >= 0 and var position)
        {
            return position == 0 ? 0.95 : 0.9;
        }

        left = left[..Math.Min(left.Length, Longest)];
        right = right[..Math.Min(right.Length, Longest)];
        var length = left.Length + right.Length;
        var ratio =
            2.0 * Math.Min(left.Length, right.Length) / length < Lowest ? 0 : 2.0 * Matching(left, right) / length;
        return ratio < Lowest ? 0 : ratio;
    }

    /// <summary>Returns the length of the longest common part, plus that of the parts before and after it.</summary>
    private static int Matching(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (length, leftEnd, rightEnd) = LongestCommonPart(left, right);
        return length == 0
            ? 0
            : length
                + Matching(left[..(leftEnd - length)], right[..(rightEnd - length)])
                + Matching(left[leftEnd..], right[rightEnd..]);
    }

    /// <summary>Returns the length and the ends of the first longest common part; the length is 0 when there is none.</summary>
    private static (int Length, int LeftEnd, int RightEnd) LongestCommonPart(
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right
    )
    {
        var best = (Length: 0, LeftEnd: 0, RightEnd: 0);
        Span<int> lengths = stackalloc int[right.Length + 1];
        lengths.Clear();
        for (var i = 0; i < left.Length; i++)
        {
            var before = 0;
            for (var j = 0; j < right.Length; j++)
            {
                var length = left[i] == right[j] ? before + 1 : 0;
                (before, lengths[j + 1]) = (lengths[j + 1], length);
                if (length > best.Length)
                {
                    best = (length, i + 1, j + 1);
                }
            }
        }

        return best;
    }

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[`*_~#|\[\]✅❌⚠\uFE0F⏳]|🚧|🔴|🟡|🟢|🔵|🔧|📊|📝|📚|🛠")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

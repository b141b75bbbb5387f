namespace KaizenGate.Core.Backlogs;

/// <summary>Suggests the correct spelling of a mistyped name.</summary>
internal static class NearestName
{
    /// <summary>Returns the known name at the smallest edit distance, without regard to case; null when it exceeds a third of the length for
    /// every name. A name that differs only in digits is not a typing error.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var name in known)
        {
            var limit = Math.Max(1, name.Length / 3);
            if (Math.Abs(name.Length - given.Length) <= limit && !DifferOnlyInDigits(given, name))
            {
                var distance = Distance(given.ToLowerInvariant(), name.ToLowerInvariant());
                (nearest, least) = distance <= limit && distance < least ? (name, distance) : (nearest, least);
            }
        }

        return nearest;
    }

    /// <summary>Returns what to do: use the nearest name, or else <paramref name="otherwise"/>, or else one of all names.</summary>
    public static string Help(string given, IReadOnlyCollection<string> known, string? otherwise = null) =>
        Of(given, known) is { } nearest
            ? $"Did you mean \"{nearest}\"?"
            : otherwise ?? $"Use one of {string.Join(", ", known)}.";

    private static bool DifferOnlyInDigits(string given, string name)
    {
        static bool IsOtherDigit((char A, char B) pair) => char.IsAsciiDigit(pair.A) && char.IsAsciiDigit(pair.B);
        return given.Length == name.Length
            && given != name
            && given.Zip(name).All(pair => pair.First == pair.Second || IsOtherDigit(pair));
    }

    /// <summary>Computes the optimal string alignment distance.</summary>
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substituted, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, current);
        }

        return last[b.Length];
    }
}

using System.Buffers;

namespace KaizenGate.Core.History.Git;

/// <summary>The names of git's objects: lower-case hexadecimal digits, 40 of them or, with SHA-256, 64.</summary>
internal static class ObjectId
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<byte> Bytes = SearchValues.Create("0123456789abcdef"u8);

    public static bool IsOne(ReadOnlySpan<char> text) => text.Length is 40 or 64 && !text.ContainsAnyExcept(Digits);

    public static bool IsOne(ReadOnlySpan<byte> text) => text.Length is 40 or 64 && !text.ContainsAnyExcept(Bytes);

    /// <summary>The name as an argument or a request: nothing else may pass, wherever it was kept in between.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Checked(string text) =>
        IsOne(text) ? text : throw new ArgumentException("no name of an object", nameof(text));

    /// <summary>Whether a blob is empty.</summary>
    public static bool IsEmptyBlob(string id) =>
        id
            is "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
                or "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813";
}

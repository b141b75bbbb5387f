using System.Buffers;

namespace KaizenGate.Core.History.Git;

/// <summary>Ids of git's objects: 40 lower-case hexadecimal digits, or 64 with SHA-256.</summary>
internal static class ObjectId
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<byte> Bytes = SearchValues.Create("0123456789abcdef"u8);

    public static bool IsValid(ReadOnlySpan<char> text) => text.Length is 40 or 64 && !text.ContainsAnyExcept(Digits);

    public static bool IsValid(ReadOnlySpan<byte> text) => text.Length is 40 or 64 && !text.ContainsAnyExcept(Bytes);

    /// <summary>Guards each id that becomes an argument or a request, because it may come from a cache file.</summary>
    /// <exception cref="ArgumentException">The text is not an id.</exception>
    public static string Checked(string text) =>
        IsValid(text) ? text : throw new ArgumentException("not an object id", nameof(text));

    public static bool IsEmptyBlob(string id) =>
        id
            is "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
                or "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813";
}

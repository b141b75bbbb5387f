using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace KaizenGate.Core.Agents;

/// <summary>Names a session in files and commands: a hash of its id, because the id may be any text, such as a path.</summary>
internal static class SessionKey
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The number of digits.</summary>
    private const int Length = 16;

    /// <summary>The number of digits that commands show; the start of a key selects a session.</summary>
    private const int ShownLength = 8;

    /// <summary>Returns the key of an id: 16 hexadecimal digits.</summary>
    public static string Of(string id) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, Length / 2));

    public static bool IsOne(ReadOnlySpan<char> text) => text.Length == Length && IsStart(text);

    /// <summary>Whether a text may be the start of a key.</summary>
    public static bool IsStart(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= Length && !text.ContainsAnyExcept(Digits);

    public static string Shown(string key) => key[..Math.Min(ShownLength, key.Length)];
}

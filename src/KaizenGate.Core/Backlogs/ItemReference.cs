using System.IO.Hashing;
using System.Text;

namespace KaizenGate.Core.Backlogs;

/// <summary>
/// Names an improvement in a command: its id or, if it has none or one that a shell could interpret, a short reference. Neither
/// changes when lines move, so a series of suggested commands can be run in any order.
/// </summary>
internal static class ItemReference
{
    private const string Prefix = "item-";
    private const int LongestId = 64;

    /// <summary>Returns ASCII letters, digits and <c>-_.</c>, starting with a letter or a digit: one word in every shell.</summary>
    public static string Of(Improvement item) => item.Id is { } id && IsWord(id) ? id : Short(item);

    /// <summary>The short reference: <c>item-</c> and the lower half of the XxHash3 of <see cref="Improvement.Key"/> in hexadecimal digits.</summary>
    public static string Short(Improvement item) =>
        $"{Prefix}{(uint)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(item.Key)):x8}";

    /// <summary>Whether text may be a short reference.</summary>
    public static bool IsShort(string text) =>
        text.Length == Prefix.Length + 8 && text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether text is one word in every shell, without quotes.</summary>
    public static bool IsWord(string text) =>
        text.Length is > 0 and <= LongestId
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

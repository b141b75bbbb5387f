using System.Buffers;
using System.Text;

namespace KaizenGate.Core.Masking;

/// <summary>
/// Removes secrets, e-mail addresses and home folders from text that is shown or stored. It recognizes their shapes; a password that is
/// an ordinary word looks like one.
/// </summary>
internal static class MaskedText
{
    public const string Secret = "<secret>";
    public const string Email = "<email>";

    /// <summary>From this length, a word of letters and digits is a hash or a key.</summary>
    private const int LongWord = 20;

    /// <summary>From this length, the value after a telling name is a secret.</summary>
    private const int ShortestValue = 3;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n\"'`()[]{}<>|;,&");
    private static readonly SearchValues<char> WordSigns = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    );

    /// <summary>What begins the keys of services.</summary>
    private static readonly string[] Prefixes =
    [
        "sk-",
        "sk_live_",
        "sk_test_",
        "rk_live_",
        "pk_live_",
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "glpat-",
        "gldt-",
        "xoxb-",
        "xoxp-",
        "xoxa-",
        "xoxs-",
        "xapp-",
        "AKIA",
        "ASIA",
        "AIza",
        "ya29.",
        "eyJ",
        "npm_",
        "pypi-",
        "oy2",
        "hf_",
        "dop_v1_",
        "SG.",
        "shpat_",
    ];

    private static readonly string[] TellingNames =
    [
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "secret",
        "token",
        "apikey",
        "api-key",
        "api_key",
        "accesskey",
        "access-key",
        "access_key",
        "private-key",
        "private_key",
        "credential",
        "authorization",
        "bearer",
        "connectionstring",
    ];

    /// <summary>Whether a word has the shape of a secret: the key of a service, or long and random.</summary>
    public static bool IsSecret(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal) && word.Length >= prefix.Length + 8)
            {
                return true;
            }
        }

        return IsRandom(word);
    }

    /// <summary>Whether a name says that its value is a secret: <c>--api-key</c>, <c>DB_PASSWORD</c>.</summary>
    public static bool IsTellingName(ReadOnlySpan<char> name)
    {
        foreach (var telling in TellingNames)
        {
            if (name.Contains(telling, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is an e-mail address, or an address with a user in it.</summary>
    public static bool IsEmail(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('@');
        return at > 0 && word[(at + 1)..].IndexOf('.') > 0;
    }

    /// <summary>Masks a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="home">The absolute path of the home folder, which becomes <c>~</c>; null when unknown.</param>
    public static string Of(string text, string? home = null)
    {
        var shown = home is { Length: > 1 } ? text.Replace(home, "~", StringComparison.Ordinal) : text;
        var result = new StringBuilder(shown.Length);
        var isValue = false;
        for (var at = 0; at < shown.Length; )
        {
            var length = shown.AsSpan(at).IndexOfAny(Separators);
            length = length < 0 ? shown.Length - at : length;
            if (length == 0)
            {
                result.Append(shown[at++]);
                continue;
            }

            var word = shown.AsSpan(at, length);
            isValue = AppendWord(result, word, isValue);
            at += length;
        }

        return result.ToString();
    }

    /// <summary>Appends a word.</summary>
    /// <param name="isValue">Whether the word before says that it is a secret.</param>
    /// <returns>Whether it says so of the next word.</returns>
    private static bool AppendWord(StringBuilder result, ReadOnlySpan<char> word, bool isValue)
    {
        var split = word.IndexOfAny('=', ':');
        if (
            split > 0
            && split < word.Length - 1
            && !word[split..].StartsWith("://")
            && !word[split..].StartsWith(@":\")
        )
        {
            var name = word[..split];
            var value = word[(split + 1)..];
            result.Append(isValue ? Secret : Whole(name)).Append(word[split]);
            if (IsTellingName(name) && value.Length >= ShortestValue)
            {
                result.Append(Secret);
                return false;
            }

            return AppendWord(result, value, isValue: false);
        }

        if (
            isValue
            && word.Length >= ShortestValue
            && !word.Equals("bearer", StringComparison.OrdinalIgnoreCase)
            && !word.Equals("basic", StringComparison.OrdinalIgnoreCase)
        )
        {
            result.Append(Secret);
            return false;
        }

        result.Append(Whole(word));
        return IsTellingName(word) && word[^1] is '=' or ':'
            || (word[0] == '-' && IsTellingName(word))
            || word.Equals("bearer", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Whole(ReadOnlySpan<char> word) =>
        IsEmail(word) || HasUser(word) ? Email
        : IsHomePath(word, out var end) ? string.Concat("~", word[end..])
        : IsSecret(word) ? Secret
        : SecretPart(word) is not null ? MaskedParts(word)
        : word;

    /// <summary>Whether it is an address with a user and a password: <c>https://user:password@host</c>.</summary>
    private static bool HasUser(ReadOnlySpan<char> word) =>
        word.IndexOf("://") is >= 0 and var at && word[(at + 3)..].IndexOf('@') > 0;

    /// <summary>Whether it begins with a folder of a user: <c>/home/ada/…</c>, <c>C:\Users\ada\…</c>.</summary>
    private static bool IsHomePath(ReadOnlySpan<char> word, out int end)
    {
        end = 0;
        foreach (var root in (ReadOnlySpan<string>)["/home/", "/Users/", @"\Users\"])
        {
            var at = word.IndexOf(root);
            if (at >= 0 && at <= 2)
            {
                var rest = word[(at + root.Length)..];
                var name = rest.IndexOfAny('/', '\\');
                end = at + root.Length + (name < 0 ? rest.Length : name);
                return true;
            }
        }

        if (word.StartsWith("/root/") || word is "/root")
        {
            end = "/root".Length;
            return true;
        }

        return false;
    }

    /// <summary>The place of the first part of a word that is a secret; nothing when there is none.</summary>
    private static Range? SecretPart(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (at > 0 && char.IsAsciiLetterOrDigit(word[at - 1]))
            {
                continue;
            }

            var length = word[at..].IndexOfAnyExcept(WordSigns);
            var end = length < 0 ? word.Length : at + length;
            if (IsSecret(word[at..end]))
            {
                return at..end;
            }
        }

        return null;
    }

    private static string MaskedParts(ReadOnlySpan<char> word)
    {
        var result = new StringBuilder();
        while (SecretPart(word) is { } part)
        {
            result.Append(word[..part.Start.Value]).Append(Secret);
            word = word[part.End.Value..];
        }

        return result.Append(word).ToString();
    }

    /// <summary>Whether a long word mixes letters and digits as only a random one does: often changing from one to the other, or hexadecimal.</summary>
    private static bool IsRandom(ReadOnlySpan<char> word)
    {
        if (word.Length < LongWord || word.ContainsAnyExcept(WordSigns))
        {
            return false;
        }

        var (digits, changes, upper, lower) = (0, 0, 0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            var kind = Kind(word[i]);
            digits += kind == 1 ? 1 : 0;
            upper += kind == 2 ? 1 : 0;
            lower += kind == 3 ? 1 : 0;
            changes += i > 0 && kind != Kind(word[i - 1]) && (kind == 1 || Kind(word[i - 1]) == 1) ? 1 : 0;
        }

        return digits >= 3 && changes >= 4 && upper + lower >= 3;
    }

    private static int Kind(char sign) =>
        char.IsAsciiDigit(sign) ? 1
        : char.IsAsciiLetterUpper(sign) ? 2
        : char.IsAsciiLetterLower(sign) ? 3
        : 0;
}

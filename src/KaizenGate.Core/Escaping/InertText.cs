using System.Buffers;
using System.Globalization;
using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Lines for a terminal, or for a log in which a build server looks for commands: Azure Pipelines, TeamCity and old GitHub commands
/// anywhere in a line (<c>##vso[</c>, <c>##teamcity[</c>, <c>##[</c>), new GitHub commands at its start (<c>::</c>, after white space).
/// </summary>
internal static class InertText
{
    /// <summary>What begins a command after <c>##</c>.</summary>
    private static readonly string[] Commands = ["[", "vso[", "teamcity["];

    /// <summary>All characters that are always harmless. A number sign is not, nor is a colon at the start of a line.</summary>
    private static readonly SearchValues<char> Harmless = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(sign => sign != '#').Append('\t'),
    ]);

    private static readonly SearchValues<char> ColorCodes = SearchValues.Create("0123456789;");

    /// <summary>Returns a line in which nothing is a command or a control character; a tab, and a CR at its end, stay.</summary>
    /// <param name="line">The line without its LF.</param>
    /// <param name="isStart">Whether it is at the start of a line, and not the rest of one.</param>
    /// <param name="allowsColor">Whether to keep sequences that set a colour.</param>
    public static string Line(string line, bool isStart = true, bool allowsColor = false)
    {
        var isCommand = isStart && line.AsSpan().TrimStart().StartsWith("::");
        if (!isCommand && !line.AsSpan().ContainsAnyExcept(Harmless))
        {
            return line;
        }

        var visible = WithoutCommands(Visible(line, allowsColor));
        if (!isCommand)
        {
            return visible;
        }

        var at = visible.Length - visible.AsSpan().TrimStart().Length;
        return visible.Insert(at + 1, " ");
    }

    /// <summary>Returns a text with a space in each <c>##</c> that begins a command, also with invisible characters between.</summary>
    public static string WithoutCommands(string text)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0; at = text.IndexOf('#', at + 1))
        {
            if (IsCommand(text.AsSpan(at + 1)))
            {
                (result ??= new()).Append(text, copied, at + 1 - copied).Append(' ');
                copied = at + 1;
            }
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsCommand(ReadOnlySpan<char> rest)
    {
        if (!Skip(ref rest, '#'))
        {
            return false;
        }

        foreach (var command in Commands)
        {
            var left = rest;
            var matches = true;
            foreach (var sign in command)
            {
                matches = matches && Skip(ref left, sign);
            }

            if (matches)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Skips a sign, in any case, and the characters before it that a comparison by culture ignores.</summary>
    private static bool Skip(ref ReadOnlySpan<char> rest, char sign)
    {
        while (rest.Length > 0 && IsIgnored(rest[0]))
        {
            rest = rest[1..];
        }

        if (rest.Length == 0 || char.ToLowerInvariant(rest[0]) != sign)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    private static bool IsIgnored(char sign) =>
        sign >= '\u0080'
        && char.GetUnicodeCategory(sign)
            is UnicodeCategory.Format
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Control
                or UnicodeCategory.OtherNotAssigned;

    private static string Visible(string line, bool allowsColor)
    {
        if (VisibleText.IsSafe(line))
        {
            return line;
        }

        var result = new StringBuilder(line.Length + 16);
        for (var at = 0; at < line.Length; at++)
        {
            if (allowsColor && ColorLength(line.AsSpan(at)) is > 0 and var length)
            {
                result.Append(line, at, length);
                at += length - 1;
            }
            else if (line[at] == '\t' || (line[at] == '\r' && at == line.Length - 1))
            {
                result.Append(line[at]);
            }
            else if (char.IsSurrogatePair(line, at))
            {
                result.Append(line, at, 2);
                at++;
            }
            else
            {
                result.Append(VisibleText.Of(line[at].ToString()));
            }
        }

        return result.ToString();
    }

    /// <summary>The length of a sequence that sets a colour (<c>ESC [ 1;31 m</c>) at the start; 0 when there is none.</summary>
    private static int ColorLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("\e["))
        {
            return 0;
        }

        var codes = text[2..].IndexOfAnyExcept(ColorCodes);
        return codes >= 0 && text[2 + codes] == 'm' ? 2 + codes + 1 : 0;
    }
}

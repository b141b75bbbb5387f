using CsCheck;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Hostile text: any UTF-16, and the start of anything that has a meaning in an output format.</summary>
internal static class Hostile
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Char.Select(c => $"{c}"),
        Gen.Char[' ', '~'].Select(c => $"{c}"),
        Gen.Char['\0', '\u001F'].Select(c => $"{c}"),
        Gen.OneOf(
            "##vso[task.complete]",
            "##teamcity[x]",
            "##[error]",
            "#",
            "::error::",
            "::",
            "\n",
            "\r\n",
            "]]>",
            "<b>",
            "|",
            "||",
            "'",
            "\"",
            "\\",
            "%0A",
            "&#10;",
            "\uD800",
            "\uDC00",
            "🎉",
            "\u202E",
            "\u2028",
            "\e[2J",
            "](http://x)",
            "https://x.y",
            "www.x.y",
            "@a",
            ":smile:",
            "`",
            "$"
        )
    );

    public static Gen<string> Text { get; } = Piece.Array[0, 12].Select(string.Concat);
}

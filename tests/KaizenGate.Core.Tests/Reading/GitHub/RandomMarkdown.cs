using CsCheck;

namespace KaizenGate.Core.Tests.Reading.GitHub;

/// <summary>Markdown in which lists, boxes, tables, code, comments, HTML, quotes and headings are nested at random.</summary>
/// <remarks>
/// Lines that nobody writes in a backlog are left out, because Markdig reads what is right below them in another way: a tag such as
/// &lt;/span&gt; alone, CDATA, and a table of one column without pipes.
/// </remarks>
internal static class RandomMarkdown
{
    private const int LongestText = 14;

    private static readonly string[] Containers = ["- ", "* ", "1. ", "2) ", "10. ", "> ", "-   ", "-\t"];

    private static readonly string[] Indentations = [" ", "  ", "   ", "    ", "      ", "\t", " \t"];

    /// <summary>Later lines are indented like the content of the first.</summary>
    private static readonly string[] Contents =
    [
        "| a | b |\n| --- | --- |",
        "a | b\n-- | :-:\nc | d",
        "text\n| a |\n| - |\n| c |",
        "- [ ] open\n  - [x] done",
        "- text\n\n  [ ] text",
        "[ ] open",
        "[x] done",
        "[X]\tdone",
        "[ ]",
        "[-] dropped",
        "- [ ] open",
        "1. [x] done",
        "2. [ ] open",
        "text",
        "more text",
        "a | b",
        "c | d",
        "| a | b |",
        "| c | d |",
        "| c |",
        "c \\| d",
        "--- | ---",
        "|---|---|",
        "| :-- | --: |",
        "| --- |",
        "```",
        "````",
        "``` text",
        "~~~",
        "`code`",
        "<!--",
        "-->",
        "<!-- comment -->",
        "<!-- - [ ] open",
        "<div>",
        "</div>",
        "<details>",
        "<span>text</span>",
        "<span> text",
        "<pre>text</pre>",
        "# heading",
        "#heading",
        "## heading",
        "===",
        "---",
        "- - -",
        "***",
        "-",
        "1.",
        "\\",
        "",
    ];

    /// <summary>Up to three containers or indentations, then content.</summary>
    private static readonly Gen<string> Lines = Gen.Select(
        Gen.Frequency(
            (4, Gen.Const("")),
            (4, OneOf(Indentations)),
            (2, OneOf(Containers)),
            (1, Gen.Select(OneOf(Indentations), OneOf(Containers), string.Concat)),
            (1, OneOf([.. Indentations, .. Containers]).Array[2, 3].Select(string.Concat))
        ),
        OneOf(Contents),
        (start, content) => start + content.Replace("\n", "\n" + Space(start), StringComparison.Ordinal)
    );

    /// <summary>A text that has no front matter, because it begins with a paragraph.</summary>
    public static Gen<string> Text { get; } =
        Gen.Frequency((3, Lines), (1, Gen.Const("")))
            .Array[1, LongestText]
            .Select(lines => string.Join('\n', ["text", "", .. lines]));

    private static string Space(string start) =>
        string.Concat(start.Select(character => character is '\t' or '>' ? character : ' '));

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}

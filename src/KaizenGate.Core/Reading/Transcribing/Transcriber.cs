using System.Text;
using System.Text.RegularExpressions;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Recognizes texts that hold improvements in another form than Markdown, and writes those as Markdown: YAML files, and in Markdown
/// the YAML of an issue, <c>title:</c> with <c>labels:</c> or <c>body:</c>, with or without a code fence.
/// </summary>
internal static partial class Transcriber
{
    private const string TitleKey = "title:";
    private const int ItemLevel = 3;

    /// <summary>Returns the transcription of a text; null when all of it is Markdown.</summary>
    /// <param name="fileName">The name of the file, with or without its folder.</param>
    /// <param name="text">The text, without byte order mark.</param>
    public static Transcription? Of(string fileName, string text) =>
        IsYaml(fileName) ? Yaml(text)
        : text.StartsWith(TitleKey, StringComparison.Ordinal)
        || text.Contains($"\n{TitleKey}", StringComparison.Ordinal)
            ? Markdown(text)
        : null;

    /// <summary>As <see cref="Of(string, string)"/>, from UTF-8 to UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Of(string fileName, ReadOnlySpan<byte> text) =>
        (IsYaml(fileName) || text.StartsWith("title:"u8) || text.IndexOf("\ntitle:"u8) >= 0)
        && Of(fileName, Encoding.UTF8.GetString(text)) is { } transcription
            ? Encoding.UTF8.GetBytes(transcription.Text)
            : text;

    /// <summary>Whether a file is YAML by its name.</summary>
    public static bool IsYaml(string fileName) =>
        fileName.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || fileName.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static Transcription Yaml(string text)
    {
        var original = new OriginalLines(text);
        var to = new TranscriptionBuilder();
        to.Write("# Improvement Backlog", original.Place(0));
        var documents = YamlTree.Read(text, out var wrong);
        new YamlItems(original, 0, to).Write(text, documents, ItemLevel - 1);
        if (wrong is { } at)
        {
            var line = text.AsSpan(0, at.Offset).Count('\n');
            to.Problem(
                original.Place(Math.Min(line, original.Count - 1)),
                $"this is not valid YAML, and nothing from here on is read: {at.Message}"
            );
        }

        return to.Build();
    }

    private static Transcription? Markdown(string text)
    {
        var original = new OriginalLines(text);
        var to = new TranscriptionBuilder();
        var level = ItemLevel - 1;
        var found = 0;
        var frontMatter = FrontMatter(original);
        for (var line = 0; line < original.Count; line++)
        {
            if (
                line >= frontMatter
                && Block(original, line) is { } block
                && Issues(original, block.First, block.End) is { } issues
            )
            {
                found += new YamlItems(original, block.First, to).Write(issues.Text, issues.Documents, level);
                line = block.Next - 1;
                continue;
            }

            if (Heading().Match(original[line].ToString()) is { Success: true } heading)
            {
                level = Math.Max(ItemLevel, heading.Groups["marks"].Length);
            }

            // Above an issue it separates documents, and would begin front matter.
            var isSeparator = line == 0 && frontMatter == 0 && original[0].TrimEnd() is "---";
            to.Copy("", isSeparator ? "" : original[line], original.Place(line));
        }

        return found > 0 ? to.Build() : null;
    }

    private static (string Text, ImmutableArray<YamlValue> Documents)? Issues(
        OriginalLines original,
        int first,
        int end
    )
    {
        var text = original.Between(first, end);
        var documents = YamlTree.Read(text, out var wrong);
        return wrong is null && !documents.IsEmpty && documents.All(YamlItems.IsIssue) ? (text, documents) : null;
    }

    /// <summary>Returns the lines of the YAML that begins at a line, and the line after it and its fence; null when none does.</summary>
    private static (int First, int End, int Next)? Block(OriginalLines original, int line)
    {
        if (Fence().Match(original[line].ToString()) is { Success: true } fence)
        {
            var end = line + 1;
            while (end < original.Count && !original[end].Trim().StartsWith(fence.Groups["fence"].Value))
            {
                end++;
            }

            return end < original.Count && HasTitle(original, line + 1, end) ? (line + 1, end, end + 1) : null;
        }

        return original[line].StartsWith(TitleKey) ? Bare(original, line) : null;
    }

    /// <summary>Returns the YAML without a fence: its keys are at the margin, and everything else in it is indented.</summary>
    private static (int First, int End, int Next) Bare(OriginalLines original, int first)
    {
        var end = first;
        for (var line = first; line < original.Count; line++)
        {
            var text = original[line];
            if (text.Trim().IsEmpty)
            {
                continue;
            }

            if (text[0] is not (' ' or '\t') && !Key().IsMatch(text) || (line > first && text.StartsWith(TitleKey)))
            {
                break;
            }

            end = line + 1;
        }

        return (first, end, end);
    }

    private static bool HasTitle(OriginalLines original, int first, int end)
    {
        for (var line = first; line < end; line++)
        {
            if (original[line].StartsWith(TitleKey))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the number of lines of front matter, which describes the file unless it has the body of an issue.</summary>
    private static int FrontMatter(OriginalLines original)
    {
        for (var line = 1; original[0].TrimEnd() is "---" && line < original.Count; line++)
        {
            if (original[line].StartsWith("body:"))
            {
                return 0;
            }

            if (original[line].TrimEnd() is "---" or "...")
            {
                return line + 1;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,}|~{3,})[ \t]*(ya?ml)?[ \t]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<marks>#{1,6})[ \t]")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[A-Za-z_][\w-]*:([ \t]|$)")]
    private static partial Regex Key();
}

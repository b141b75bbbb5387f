using System.Buffers;
using System.Text;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Recognizes texts that hold improvements in another form than Markdown, and writes those as Markdown: files of other tools, and in
/// Markdown the YAML of an issue, <c>title:</c> with <c>labels:</c> or <c>body:</c>, with or without a code fence.
/// </summary>
internal static class Transcriber
{
    private const string TitleKey = "title:";
    private const int ItemLevel = 3;

    /// <summary>The formats that are recognized by the name of the file. Edits do not change them.</summary>
    private static readonly ImmutableArray<(string End, string Name, Func<string, Transcription> Write)> Formats =
    [
        (".yml", "YAML", Yaml),
        (".yaml", "YAML", Yaml),
        (".jsonl", "JSON", text => Written(text, JsonLines.Write)),
        (".json", "JSON", text => Written(text, TaskMaster.Write)),
        (".csv", "CSV", text => Written(text, CsvExport.Write)),
        ("todo.txt", "todo.txt", text => Written(text, TodoTxt.Write)),
        ("done.txt", "todo.txt", text => Written(text, TodoTxt.Write)),
    ];

    /// <summary>Returns the transcription of a text; null when all of it is Markdown.</summary>
    /// <param name="fileName">The name of the file, with or without its folder.</param>
    /// <param name="text">The text, without byte order mark.</param>
    public static Transcription? Of(string fileName, string text) =>
        FormatOf(fileName) is { } format ? format.Write(text)
        : BacklogTask.Is(fileName, text) ? Written(text, (to, task) => BacklogTask.Write(to, task, fileName))
        : KanbanBoard.Is(text) ? Written(text, KanbanBoard.Write, ItemLevel)
        : text.StartsWith(TitleKey, StringComparison.Ordinal)
        || text.Contains($"\n{TitleKey}", StringComparison.Ordinal)
            ? Markdown(text)
        : null;

    /// <summary>Returns the body of an issue as Markdown with one improvement, which has its fields.</summary>
    /// <param name="body">The body.</param>
    /// <param name="labelOf">Returns the label that a heading stands for.</param>
    public static string OfBody(string body, Func<string, string> labelOf) =>
        Written(
            body,
            (to, text) =>
            {
                to.LabelOf = labelOf;
                to.Begin("issue", to.Original.Place(0));
                to.Body(text, to.Original.Place(0));
            }
        ).Text;

    /// <summary>As <see cref="Of(string, string)"/>, from UTF-8 to UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Of(string fileName, ReadOnlySpan<byte> text) =>
        (
            FormatOf(fileName) is not null
            || text.StartsWith("---"u8)
            || text.StartsWith("title:"u8)
            || text.IndexOf("\ntitle:"u8) >= 0
        ) && Of(fileName, Encoding.UTF8.GetString(text)) is { } transcription
            ? Encoding.UTF8.GetBytes(transcription.Text)
            : text;

    /// <summary>Returns what a file is that edits do not change, and how to change it; null for one that they change.</summary>
    public static (string Name, string Remedy)? NotEdited(string fileName, string text) =>
        FormatOf(fileName) is { Name: var name } ? (name, "Change it by hand, or with the tool that writes it.")
        : BacklogTask.Is(fileName, text) ? BacklogTask.NotEdited
        : KanbanBoard.Is(text) ? ("a board of Obsidian Kanban", "Change it in Obsidian, or by hand.")
        : null;

    /// <summary>Writes several files with one improvement each as one text.</summary>
    /// <param name="tasks">The path and the text of each.</param>
    /// <param name="write">Writes one.</param>
    /// <returns>The transcription, whose offsets count all texts in a row, and the offset of each text.</returns>
    public static (Transcription Transcription, ImmutableArray<int> Starts) OfAll(
        IReadOnlyList<(string Path, string Text)> tasks,
        Action<ItemWriter, string, string> write
    )
    {
        var to = new TranscriptionBuilder();
        var starts = ImmutableArray.CreateBuilder<int>(tasks.Count);
        to.Write("# Improvement Backlog", new OriginalLines("").Place(0));
        // The place before all of them is that of the whole.
        var before = 1;
        foreach (var (path, text) in tasks)
        {
            starts.Add(before);
            write(new ItemWriter(new OriginalLines(text, before), to, ItemLevel - 1), text, path);
            before += text.Length + 1;
        }

        return (to.Build(), starts.ToImmutable());
    }

    private static (string End, string Name, Func<string, Transcription> Write)? FormatOf(string fileName)
    {
        foreach (var format in Formats)
        {
            if (fileName.EndsWith(format.End, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        return null;
    }

    private static Transcription Written(string text, Action<ItemWriter, string> write, int level = ItemLevel - 1)
    {
        var original = new OriginalLines(text);
        var to = new TranscriptionBuilder();
        to.Write("# Improvement Backlog", original.Place(0));
        write(new ItemWriter(original, to, level), text);
        return to.Build();
    }

    private static Transcription Yaml(string text) =>
        Written(
            text,
            (to, yaml) =>
            {
                var documents = YamlTree.Read(yaml, out var wrong);
                documents.ToList().ForEach(new YamlItems(to, yaml, 0).Write);
                if (wrong is { } at)
                {
                    to.Problem(
                        to.Original.PlaceOf(at.Offset),
                        $"this is not valid YAML, and nothing from here on is read: {at.Message}"
                    );
                }
            }
        );

    private static Transcription? Markdown(string text)
    {
        var original = new OriginalLines(text);
        var to = new TranscriptionBuilder();
        var level = ItemLevel - 1;
        var found = 0;
        var frontMatter = FrontMatter(original);
        for (var line = 0; line < original.Count; line++)
        {
            if (line >= frontMatter && Block(original, line) is { } block)
            {
                if (block.IsYaml && Issues(original, block.First, block.End) is { } issues)
                {
                    var items = new YamlItems(new ItemWriter(original, to, level), issues.Text, block.First);
                    issues.Documents.ForEach(items.Write);
                    found++;
                }
                else
                {
                    for (var other = line; other < block.Next; other++)
                    {
                        to.Copy("", original[other], original.Place(other));
                    }
                }

                line = block.Next - 1;
                continue;
            }

            if (LineShape.Heading(original[line], mostIndent: 0) is { } heading)
            {
                level = Math.Max(ItemLevel, heading.Level);
            }

            // Above an issue it separates documents, and would begin front matter.
            var isSeparator = line == 0 && frontMatter == 0 && original[0].TrimEnd() is "---";
            to.Copy("", isSeparator ? "" : original[line], original.Place(line));
        }

        return found > 0 ? to.Build() : null;
    }

    private static (string Text, List<DataValue> Documents)? Issues(OriginalLines original, int first, int end)
    {
        var text = original.Between(first, end);
        List<DataValue> documents = [.. YamlTree.Read(text, out var wrong)];
        return wrong is null && documents.Count > 0 && documents.All(YamlItems.IsIssue) ? (text, documents) : null;
    }

    /// <summary>
    /// Returns the lines of the code, or of the YAML without a fence, that begins at a line, and the line after it; null when neither
    /// does. Nothing in it begins another one, so that each line is read once.
    /// </summary>
    private static (int First, int End, int Next, bool IsYaml)? Block(OriginalLines original, int line)
    {
        if (LineShape.Fence(original[line]) is not { } fence)
        {
            return original[line].StartsWith(TitleKey) ? Bare(original, line) : null;
        }

        var end = line + 1;
        while (end < original.Count && !LineShape.Closes(original[end], fence.Marks))
        {
            end++;
        }

        var isYaml = end < original.Count && IsYamlFence(fence.Info) && HasTitle(original, line + 1, end);
        return (line + 1, end, Math.Min(end + 1, original.Count), isYaml);
    }

    /// <summary>Returns the YAML without a fence: its keys are at the margin, and everything else in it is indented.</summary>
    private static (int First, int End, int Next, bool IsYaml) Bare(OriginalLines original, int first)
    {
        var end = first;
        for (var line = first; line < original.Count; line++)
        {
            var text = original[line];
            if (text.Trim().IsEmpty)
            {
                continue;
            }

            if (text[0] is not (' ' or '\t') && !IsKey(text) || (line > first && text.StartsWith(TitleKey)))
            {
                break;
            }

            end = line + 1;
        }

        return (first, end, end, true);
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

    private static bool IsYamlFence(string info) => info.Length == 0 || info.ToUpperInvariant() is "YAML" or "YML";

    /// <summary>Whether a line begins with a key of YAML.</summary>
    private static bool IsKey(ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(':');
        return end > 0
            && (char.IsAsciiLetter(line[0]) || line[0] == '_')
            && (end + 1 == line.Length || line[end + 1] is ' ' or '\t')
            && !line[..end].ContainsAnyExcept(KeyCharacters);
    }

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );
}

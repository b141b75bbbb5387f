using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Cli.Agents.Hosts;

/// <summary>A JSON text to which values are added, and from which they are removed. All other bytes stay, with comments and line ends.</summary>
internal sealed class JsonEdit
{
    private const string UsualIndent = "  ";

    private readonly string path;
    private readonly byte[] bytes;
    private readonly int mark;

    /// <param name="path">The path for messages.</param>
    /// <param name="content">The text in UTF-8, possibly with a byte order mark.</param>
    /// <exception cref="InputException">It is not UTF-8, or not a JSON object.</exception>
    public JsonEdit(string path, ReadOnlySpan<byte> content)
    {
        this.path = path;
        mark = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        bytes = content[mark..].ToArray();
        Root = JsonPart.Parse(new SettingsText(path, bytes));
        MustBe(Root, JsonTokenType.StartObject, "the file");
    }

    public JsonPart Root { get; }

    /// <summary>The text in UTF-8.</summary>
    public byte[] Content => mark > 0 ? [.. "\uFEFF"u8, .. bytes] : bytes;

    /// <summary>Whether it is the same as another text except for blanks.</summary>
    public bool IsLike(string json) => Bare(Encoding.UTF8.GetString(bytes)) == Bare(json);

    /// <summary>Adds a member to the object at some keys, which is created if necessary.</summary>
    /// <param name="keys">The keys; the last one is the name of the member.</param>
    /// <param name="value">Its value as JSON, indented by two spaces.</param>
    /// <exception cref="InputException">There is something else than an object on the way.</exception>
    public JsonEdit With(ImmutableArray<string> keys, string value)
    {
        var (at, depth) = (Root, 0);
        while (depth < keys.Length - 1 && at.Member(keys[depth]) is { } next)
        {
            MustBe(next, JsonTokenType.StartObject, string.Join('.', keys.Take(depth + 1)));
            (at, depth) = (next, depth + 1);
        }

        var text = value;
        for (var level = keys.Length - 1; level > depth; level--)
        {
            text = $"{{\n{UsualIndent}{Quoted(keys[level])}: {text.Replace("\n", $"\n{UsualIndent}")}\n}}";
        }

        return WithChild(at, depth + 1, $"{Quoted(keys[depth])}: {text}");
    }

    /// <summary>Adds an element to the list at some keys, which is created if necessary.</summary>
    /// <exception cref="InputException">There is something else on the way.</exception>
    public JsonEdit WithElement(ImmutableArray<string> keys, string value)
    {
        var at = Root;
        for (var depth = 0; depth < keys.Length; depth++)
        {
            MustBe(at, JsonTokenType.StartObject, string.Join('.', keys.Take(depth)));
            if (at.Member(keys[depth]) is not { } next)
            {
                return With(keys, $"[\n{UsualIndent}{value.Replace("\n", $"\n{UsualIndent}")}\n]");
            }

            at = next;
        }

        MustBe(at, JsonTokenType.StartArray, string.Join('.', keys));
        return WithChild(at, keys.Length + 1, value);
    }

    /// <summary>Removes a value, and each object or list that then is empty.</summary>
    /// <param name="way">The values that contain it, from the root on, and itself.</param>
    public JsonEdit Without(ImmutableArray<JsonPart> way)
    {
        var last = way.Length - 1;
        while (last > 1 && way[last - 1].Children.Length == 1)
        {
            last--;
        }

        var (parent, removed) = (way[last - 1], way[last]);
        var index = parent.Children.IndexOf(parent.Children.First(child => ReferenceEquals(child.Value, removed)));
        var child = parent.Children[index];
        var start = child.Start - BlankBefore(child.Start);
        if (CommaAfter(child.End, parent.End) is { } following)
        {
            return Changed((start, following + 1, ""));
        }

        if (index == 0)
        {
            // A comment before it was there before, with the line end after it.
            return Changed(
                (start, start == parent.Start + 1 ? child.End + Blank(bytes.AsSpan(child.End)) : child.End, "")
            );
        }

        var comma = CommaAfter(parent.Children[index - 1].End, child.Start)!.Value;
        return Changed((comma, comma + 1, ""), (start, child.End, ""));
    }

    /// <param name="parent">An object or a list.</param>
    /// <param name="depth">How deep its children are.</param>
    /// <param name="text">The child, indented by two spaces.</param>
    private JsonEdit WithChild(JsonPart parent, int depth, string text)
    {
        var newLine = bytes.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        var indent = Indent();
        var shifted = new StringBuilder(newLine);
        foreach (var line in text.Split('\n'))
        {
            var content = line.TrimStart(' ');
            var level = depth + ((line.Length - content.Length) / UsualIndent.Length);
            shifted
                .Append(shifted.Length > newLine.Length ? newLine : "")
                .Insert(shifted.Length, indent, level)
                .Append(content);
        }

        if (parent.Children.IsEmpty)
        {
            var inside = parent.End - 1 - BlankBefore(parent.End - 1);
            var hasComment = inside > parent.Start + 1;
            if (!hasComment && !bytes.AsSpan(inside, parent.End - inside).Contains((byte)'\n'))
            {
                shifted.Append(newLine).Insert(shifted.Length, indent, depth - 1);
            }

            return Changed((inside, inside, shifted.ToString()));
        }

        var end = parent.Children[^1].End;
        if (CommaAfter(end, parent.End) is { } trailing)
        {
            var after = EndOfLine(trailing + 1, parent.End);
            return Changed((after, after, shifted.Append(',').ToString()));
        }

        var next = EndOfLine(end, parent.End);
        return Changed((end, end, ","), (next, next, shifted.ToString()));
    }

    /// <summary>Replaces parts of the text, which are in ascending order.</summary>
    private JsonEdit Changed(params ReadOnlySpan<(int Start, int End, string Text)> parts)
    {
        var changed = new MemoryStream();
        changed.Write("\uFEFF"u8[..mark]);
        var from = 0;
        foreach (var (start, end, text) in parts)
        {
            changed.Write(bytes.AsSpan(from, start - from));
            changed.Write(Encoding.UTF8.GetBytes(text));
            from = end;
        }

        changed.Write(bytes.AsSpan(from));
        return new(path, changed.ToArray());
    }

    /// <summary>The offset of the comma after a value; null when another value or the end follows.</summary>
    private int? CommaAfter(int from, int to)
    {
        for (var at = from; at < to; )
        {
            if (bytes[at] == ',')
            {
                return at;
            }

            var comment = CommentAt(at);
            if (comment == 0 && bytes[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return null;
            }

            at += Math.Max(1, comment);
        }

        return null;
    }

    /// <summary>Skips comments that end on the same line; they are about what is before them.</summary>
    private int EndOfLine(int from, int to)
    {
        var last = from;
        for (var at = from; at < to && bytes[at] is not ((byte)'\n' or (byte)'\r'); )
        {
            var comment = CommentAt(at);
            if (comment > 0 && !bytes.AsSpan(at, comment).Contains((byte)'\n'))
            {
                at += comment;
                last = at;
            }
            else if (bytes[at] is (byte)' ' or (byte)'\t')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return last;
    }

    /// <summary>The length of the comment at an offset, without its line end; 0 when there is none.</summary>
    private int CommentAt(int at)
    {
        var rest = bytes.AsSpan(at);
        if (rest.StartsWith("//"u8))
        {
            return rest.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var line ? line : rest.Length;
        }

        return rest.StartsWith("/*"u8) && rest[2..].IndexOf("*/"u8) is >= 0 and var end ? end + 4 : 0;
    }

    private int BlankBefore(int end)
    {
        var before = bytes.AsSpan(0, end);
        return before.Length - before.TrimEnd(" \t\r\n"u8).Length;
    }

    private static int Blank(ReadOnlySpan<byte> text) => text.Length - text.TrimStart(" \t\r\n"u8).Length;

    /// <summary>The indentation of the first member, if it is on a line of its own.</summary>
    private string Indent()
    {
        if (Root.Children is not [var first, ..])
        {
            return UsualIndent;
        }

        var before = Encoding.UTF8.GetString(bytes.AsSpan(0, first.Start));
        var line = before[(before.LastIndexOf('\n') + 1)..];
        return before.Contains('\n', StringComparison.Ordinal) && line.Length > 0 && string.IsNullOrWhiteSpace(line)
            ? line
            : UsualIndent;
    }

    /// <exception cref="InputException">A value is of another kind.</exception>
    private static void MustBe(JsonPart part, JsonTokenType kind, string name)
    {
        if (part.Kind != kind)
        {
            throw part.Place.Error(
                $"{name} must be {(kind is JsonTokenType.StartObject ? "an object" : "a list")}",
                "Correct it, and try again."
            );
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}

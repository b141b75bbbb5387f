using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KaizenGate.Core.Settings;

/// <summary>A member to add to a settings file.</summary>
/// <param name="Key">The key; one with a parent is a member of the object there: <c>boxes.wip</c> has the parent <c>boxes</c>.</param>
/// <param name="Parent">The key of the object that contains it, such as <c>boxes</c>; empty for none.</param>
/// <param name="Value">Its value as JSON.</param>
/// <param name="Reason">Why, for the comment above it.</param>
internal sealed record AddedSetting(string Parent, string Key, string Value, string Reason);

/// <summary>Adds keys to the text of a settings file. The rest of the text, with its comments, stays as it is.</summary>
internal static class AddedSettings
{
    private const string Indent = "  ";

    /// <summary>Settings for a repository that has none.</summary>
    public const string Empty = """
        {
          // For completion in an editor: dotnet kaizen schema > kaizen.schema.json
          "profile": "recommended",
          // The number of people in the team.
          "people": 1
        }

        """;

    /// <summary>Returns the keys of the root object that a text sets.</summary>
    public static ImmutableArray<string> KeysOf(string text)
    {
        using var json = JsonDocument.Parse(
            text.TrimStart('\uFEFF'),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        return [.. json.RootElement.EnumerateObject().Select(member => member.Name)];
    }

    /// <summary>Adds the paths of backlogs and the members of <c>reading</c> at the start of the root object.</summary>
    /// <param name="text">A valid settings file that sets neither.</param>
    /// <param name="backlogs">The paths; empty adds no key.</param>
    /// <param name="reading">The members; empty adds no key.</param>
    public static string To(
        string text,
        ImmutableArray<(string Path, string Reason)> backlogs,
        ImmutableArray<AddedSetting> reading
    )
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var added = new StringBuilder();
        if (!backlogs.IsEmpty)
        {
            added.Append($"\n{Indent}\"backlogs\": [");
            foreach (var (path, reason) in backlogs)
            {
                Comment(added, 2, reason);
                added.Append($"\n{Indent}{Indent}{Quoted(path)},");
            }

            added.Append($"\n{Indent}],");
        }

        if (!reading.IsEmpty)
        {
            added.Append($"\n{Indent}\"reading\": {{");
            foreach (var group in reading.GroupBy(one => one.Parent))
            {
                var depth = group.Key.Length > 0 ? 3 : 2;
                if (depth == 3)
                {
                    added.Append($"\n{Indent}{Indent}{Quoted(group.Key)}: {{");
                }

                foreach (var one in group)
                {
                    Comment(added, depth, one.Reason);
                    added.Append('\n').Insert(added.Length, Indent, depth).Append($"{Quoted(one.Key)}: {one.Value},");
                }

                if (depth == 3)
                {
                    added.Append($"\n{Indent}{Indent}}},");
                }
            }

            added.Append($"\n{Indent}}},");
        }

        var at = StartOf(text);
        return text.Insert(at, added.Replace("\n", newLine).ToString());
    }

    /// <summary>Adds a tracker as the only backlog at the start of the root object.</summary>
    /// <param name="text">A valid settings file that sets no backlogs.</param>
    /// <param name="tracker">The tracker.</param>
    /// <param name="reason">Why, for the comment above it.</param>
    public static string To(string text, TrackerSettings tracker, string reason)
    {
        var host = tracker.Host is { } address ? $", \"host\": {Quoted(address)}" : "";
        var added = new StringBuilder($"\n{Indent}\"backlogs\": [");
        Comment(added, 2, reason);
        added.Append($"\n{Indent}{Indent}{{ {Quoted(tracker.Name)}: {Quoted(tracker.Project)}{host} }},\n{Indent}],");
        return text.Insert(StartOf(text), added.ToString());
    }

    /// <summary>Reads the members of a suggestion such as <c>"boxes": { "wip": "toDo" }</c>.</summary>
    /// <param name="members">JSON members without braces around them.</param>
    /// <param name="reason">Why.</param>
    public static ImmutableArray<AddedSetting> Of(string members, string reason)
    {
        using var json = JsonDocument.Parse($"{{{members}}}");
        return
        [
            .. json
                .RootElement.EnumerateObject()
                .SelectMany(member =>
                    member.Value.ValueKind is JsonValueKind.Object
                        ? member
                            .Value.EnumerateObject()
                            .Select(inner => new AddedSetting(
                                member.Name,
                                inner.Name,
                                inner.Value.GetRawText(),
                                reason
                            ))
                        : [new AddedSetting("", member.Name, member.Value.GetRawText(), reason)]
                ),
        ];
    }

    /// <summary>The offset after the brace that opens the root object.</summary>
    private static int StartOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var mark = Encoding.UTF8.Preamble.Length;
        var skipped = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? mark : 0;
        var reader = new Utf8JsonReader(
            bytes.AsSpan(skipped),
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        reader.Read();
        return Encoding.UTF8.GetCharCount(bytes, 0, skipped + (int)reader.TokenStartIndex) + 1;
    }

    private static void Comment(StringBuilder text, int depth, string reason) =>
        text.Append('\n').Insert(text.Length, Indent, depth).Append("// ").Append(reason.ReplaceLineEndings(" "));

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}

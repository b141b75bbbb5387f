namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Writes the improvements of YAML documents: a map with a title each, or lists of such maps.</summary>
internal sealed class YamlItems(OriginalLines original, int firstLine, TranscriptionBuilder to)
{
    private static readonly string[] TitleKeys = ["title", "name", "summary"];
    private static readonly string[] IdKeys = ["id", "key", "number"];
    private static readonly string[] StatusKeys = ["status", "state"];
    private static readonly string[] BodyKeys = ["body", "description"];

    private readonly List<int> starts = [];
    private string text = "";

    /// <summary>Whether a value is an improvement: a map with a title, and with labels or a body.</summary>
    public static bool IsIssue(YamlValue value) =>
        value is YamlMap map && map.Of("title") is YamlText && map.Of("labels", "body") is not null;

    /// <summary>Writes all improvements in documents; returns how many there are.</summary>
    /// <param name="yaml">The text of the documents, the lines of the original from the first line on.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="level">The level of their headings.</param>
    public int Write(string yaml, ImmutableArray<YamlValue> documents, int level)
    {
        text = yaml;
        starts.Add(0);
        for (var at = 0; at < yaml.Length; at++)
        {
            if (yaml[at] == '\n' || (yaml[at] == '\r' && !(at + 1 < yaml.Length && yaml[at + 1] == '\n')))
            {
                starts.Add(at + 1);
            }
        }

        return documents.Sum(document => Items(document, level));
    }

    private int Items(YamlValue value, int level) =>
        value switch
        {
            YamlMap map when map.Of(TitleKeys) is YamlText { Text.Length: > 0 } title => Item(map, title, level),
            YamlMap map => map.Entries.Sum(entry => entry.Value is YamlList list ? Items(list, level) : 0),
            YamlList list => list.Values.Sum(one => one is YamlMap ? Items(one, level) : 0),
            _ => 0,
        };

    private int Item(YamlMap map, YamlText title, int level)
    {
        var id = map.Of(IdKeys) is YamlText { Text.Length: > 0 } written ? $"[{Line(written.Text)}] " : "";
        // Without a status, a box shows that it is open.
        var box = map.Of(StatusKeys) is null ? "[ ] " : "";
        to.Blank(PlaceOf(title));
        Line($"{new string('#', level)} {box}{id}", title, $" {Transcription.ItemMark}");
        foreach (var (key, value) in map.Entries)
        {
            if (value == title || Array.Exists(IdKeys, one => one.Equals(key, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (
                value is YamlText body
                && Array.Exists(BodyKeys, one => one.Equals(key, StringComparison.OrdinalIgnoreCase))
            )
            {
                to.Blank(PlaceOf(value));
                IssueBody.Write(LinesOf(body), to);
            }
            else
            {
                Field(key.Replace('_', ' ').Replace('-', ' '), value);
            }
        }

        to.Blank(PlaceOf(title));
        return 1;
    }

    private void Field(string key, YamlValue value)
    {
        switch (value)
        {
            case YamlText { Text.Length: > 0 } one when key.Length > 0:
                to.Blank(PlaceOf(one));
                Line($"**{key}:** ", one);
                break;
            case YamlList list when key.Length > 0 && list.Values.All(one => one is YamlText):
                to.Blank(PlaceOf(list));
                to.Write(
                    $"**{key}:** {string.Join(", ", list.Values.OfType<YamlText>().Select(one => Line(one.Text)))}",
                    PlaceOf(list)
                );
                break;
        }
    }

    /// <summary>Writes a value after a prefix, at its exact place if it is written there as it is.</summary>
    private void Line(string prefix, YamlText value, string suffix = "")
    {
        var line = Line(value.Text);
        var place = PlaceOf(value);
        var isQuoted = value.At < text.Length && text[value.At] is '"' or '\'';
        if (isQuoted)
        {
            place = place with { Offset = place.Offset + 1, Column = place.Column + 1, Length = place.Length - 1 };
        }

        if (
            text.AsSpan(Math.Min(text.Length, value.At + (isQuoted ? 1 : 0))).StartsWith(line, StringComparison.Ordinal)
        )
        {
            to.Copy(prefix, line, place, suffix);
        }
        else
        {
            to.Write(prefix + line + suffix, place);
        }
    }

    private List<(string, LinePlace)> LinesOf(YamlText body)
    {
        var lines = body.Text.TrimEnd('\n').Split('\n');
        var first = LineOf(body.At) + 1;
        return
        [
            .. lines.Select(
                (line, index) =>
                    body.IsBlock && first + index < original.Count
                        ? (line, original.Place(first + index, original[first + index].LastIndexOf(line)))
                        : (line, PlaceOf(body))
            ),
        ];
    }

    private LinePlace PlaceOf(YamlValue value)
    {
        var line = LineOf(value.At);
        return original.Place(line, value.At - starts[line - firstLine]);
    }

    /// <summary>Returns the line of the original, from 0, of an offset in the documents.</summary>
    private int LineOf(int offset)
    {
        var found = starts.BinarySearch(offset);
        return firstLine + (found >= 0 ? found : ~found - 1);
    }

    /// <summary>Returns a value on one line, without what begins a comment.</summary>
    private static string Line(string value) =>
        value.ReplaceLineEndings(" ").Trim().Replace("<!--", "&lt;!--", StringComparison.Ordinal);
}

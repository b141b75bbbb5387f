namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Writes the improvements of YAML documents: a map with a title each, or lists of such maps.</summary>
/// <param name="to">Receives them.</param>
/// <param name="yaml">The text of the documents.</param>
/// <param name="firstLine">The line of the original, from 0, where it begins.</param>
internal sealed class YamlItems(ItemWriter to, string yaml, int firstLine)
{
    private static readonly string[] TitleKeys = ["title", "name", "summary"];
    private static readonly string[] IdKeys = ["id", "key", "number"];
    private static readonly string[] StatusKeys = ["status", "state"];
    private static readonly string[] BodyKeys = ["body", "description"];

    private readonly OriginalLines lines = new(yaml);

    /// <summary>Whether a value is an issue: a map with a title, and with labels or a body.</summary>
    public static bool IsIssue(DataValue value) =>
        value is DataMap map && map.TextOf("title") is not null && map.Of("labels", "body") is not null;

    /// <summary>Writes all improvements in a value.</summary>
    public void Write(DataValue value)
    {
        if (value is DataMap map)
        {
            if (map.Of(TitleKeys) is DataText { Text.Length: > 0 } title)
            {
                Item(map, title);
                return;
            }

            foreach (var list in map.Entries.Select(entry => entry.Value).OfType<DataList>())
            {
                Write(list);
            }
        }
        else if (value is DataList all)
        {
            foreach (var one in all.Values.OfType<DataMap>())
            {
                Write(one);
            }
        }
    }

    private void Item(DataMap map, DataText title)
    {
        // Without a status, a box shows that it is open.
        to.Begin(title.Text, PlaceOf(title), map.TextOf(IdKeys), map.TextOf(StatusKeys) is null ? " " : null);
        foreach (var (key, value) in map.Entries)
        {
            if (value == title || Is(key, IdKeys))
            {
                continue;
            }

            if (value is DataText body && Is(key, BodyKeys))
            {
                to.Body(LinesOf(body), PlaceOf(body));
            }
            else
            {
                to.Field(key.Replace('_', ' ').Replace('-', ' '), TextOf(value), PlaceOf(value));
            }
        }

        to.End(PlaceOf(title));
    }

    /// <summary>Returns a text, or the texts of a list; null for other values.</summary>
    private static string? TextOf(DataValue value) =>
        value switch
        {
            DataText text => text.Text,
            DataList list when list.Values.All(one => one is DataText) => string.Join(
                ", ",
                list.Values.OfType<DataText>().Select(one => one.Text)
            ),
            _ => null,
        };

    private static bool Is(string key, string[] keys) =>
        Array.Exists(keys, one => one.Equals(key, StringComparison.OrdinalIgnoreCase));

    private List<(string, LinePlace)> LinesOf(DataText body)
    {
        var first = firstLine + lines.LineOf(body.At) + 1;
        return
        [
            .. body
                .Text.TrimEnd('\n')
                .Split('\n')
                .Select(
                    (line, index) =>
                        body.IsBlock && first + index < to.Original.Count
                            ? (line, to.Original.Place(first + index, to.Original[first + index].LastIndexOf(line)))
                            : (line, PlaceOf(body))
                ),
        ];
    }

    private LinePlace PlaceOf(DataValue value)
    {
        var line = lines.LineOf(value.At);
        return to.Original.Place(firstLine + line, value.At - lines.StartOf(line));
    }
}
